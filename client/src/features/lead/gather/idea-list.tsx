import { MergeIdeasDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../../i18n/use-translation.js";
import { Problem } from "../problem.js";
import { useLeaderAct } from "../use-leader-act.js";
import type { PlenaryIdea } from "./plenary-idea.js";
import { IdeaRow } from "./idea-row.js";
import { familiesOf } from "./pairs.js";
import styles from "./gather.module.css";

interface IdeaListProps {
  ideas: readonly PlenaryIdea[];
  onMerged: (fromId: string) => void;
}

/** Take one up and put it on another: with the mouse by dragging, with keys or a finger by two buttons. */
export function IdeaList({ ideas, onMerged }: IdeaListProps) {
  const { t } = useTranslation("gather");
  const [held, setHeld] = useState<string | null>(null);
  const { run, isBusy, problem } = useLeaderAct(MergeIdeasDocument);
  const putOn = async (intoId: string, fromId = held) => {
    setHeld(null);
    if (fromId && fromId !== intoId && (await run({ intoId, fromIds: [fromId] }))) onMerged(fromId);
  };
  const families = familiesOf(ideas);
  const heldBody = ideas.find(({ id }) => id === held)?.body;
  return (
    <section aria-label={t("list")}>
      <h3 className={styles.heading}>{t("count", { count: families.length })}</h3>
      <p className={styles.note} role="status">
        {heldBody ? t("held", { idea: heldBody }) : t("how")}
      </p>
      <Problem text={problem} />
      <ul className={styles.ideas} aria-busy={isBusy}>
        {families.map(({ head, merged }) => (
          <IdeaRow
            key={head.id}
            idea={head}
            merged={merged}
            held={held}
            onHold={setHeld}
            onPut={(fromId) => void putOn(head.id, fromId)}
          />
        ))}
      </ul>
    </section>
  );
}
