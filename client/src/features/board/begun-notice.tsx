import { useState } from "react";
import { dropDraft, keptDrafts } from "../../live/index.js";
import { inShort } from "../../ui/marks.js";
import { BegunBar } from "../habits/begun-bar.js";
import { begunIn } from "./begun.js";
import { useBoardContext, useCards } from "./board-context.js";

/** What I began to write on this board and have not sent: it is where I left it, one press away. */
export default function BegunNotice() {
  const { boardId, leave, begin } = useBoardContext();
  const cards = useCards();
  const [, look] = useState(0);
  if (!leave.mayWrite) return null;
  const begun = keptDrafts(boardId).flatMap(([key, value]) => begunIn(boardId, cards, key, value) ?? []);
  return begun.map(({ key, words, task }) => (
    <BegunBar
      key={key}
      words={inShort(words)}
      onGoOn={() => begin(task)}
      onDrop={() => {
        dropDraft(key);
        look((times) => times + 1);
      }}
    />
  ));
}
