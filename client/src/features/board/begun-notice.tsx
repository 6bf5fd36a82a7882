import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { dropDraft, keptDrafts } from "../../live/index.js";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icons.js";
import { begunIn, type Begun } from "./begun.js";
import { inShort, useBoardContext, useCards } from "./board-context.js";
import styles from "./begun-notice.module.css";

/** What I began to write on this board and have not sent: it is where I left it, one press away. */
export default function BegunNotice() {
  const { boardId, leave } = useBoardContext();
  const cards = useCards();
  const [, look] = useState(0);
  if (!leave.mayWrite) return null;
  const begun = keptDrafts(boardId).flatMap(([key, value]) => begunIn(boardId, cards, key, value) ?? []);
  return begun.map((one) => <One key={one.key} begun={one} onDropped={() => look((times) => times + 1)} />);
}

function One({ begun, onDropped }: { begun: Begun; onDropped: () => void }) {
  const { t } = useTranslation("habits");
  const { begin } = useBoardContext();
  const drop = () => {
    dropDraft(begun.key);
    onDropped();
  };
  return (
    <div className={styles.begun}>
      <Icon name="pen" />
      <p className={styles.words}>
        {t("begun.words")} <q>{inShort(begun.words)}</q>
      </p>
      <Button data-size="sm" variant="secondary" onClick={() => begin(begun.task)}>
        {t("begun.goOn")}
      </Button>
      <Button data-size="sm" variant="tertiary" onClick={drop}>
        {t("begun.drop")}
      </Button>
    </div>
  );
}
