import { TakeFromPlenaryDocument, UnmergeIdeaDocument } from "@ordskifte/schema";
import { useTranslation } from "../../../i18n/use-translation.js";
import { langOf } from "../../../i18n/written-language.js";
import { Button } from "../../../ui/button.js";
import { ActButton } from "../act-button.js";
import { Problem } from "../problem.js";
import { useLeaderAct } from "../use-leader-act.js";
import type { PlenaryIdea } from "./plenary-idea.js";
import styles from "./gather.module.css";

interface IdeaRowProps {
  idea: PlenaryIdea;
  /** Those that live on in it. */
  merged: readonly PlenaryIdea[];
  /** The idea that is taken up; null for none. */
  held: string | null;
  onHold: (id: string | null) => void;
  /** Puts the idea that is held, or that was dragged here, on this one. */
  onPut: (fromId?: string) => void;
}

const TYPE = "text/plain";

/** One idea, where it comes from, and what has been merged into it. */
export function IdeaRow({ idea, merged, held, onHold, onPut }: IdeaRowProps) {
  return (
    <li
      className={styles.idea}
      draggable
      data-held={held === idea.id || undefined}
      onDragStart={(event) => event.dataTransfer.setData(TYPE, idea.id)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onPut(event.dataTransfer.getData(TYPE));
      }}
    >
      <p className={styles.body} lang={langOf(idea.language)}>
        {idea.body}
      </p>
      <p className={styles.from}>{[idea.boardTitle, idea.unitName].filter(Boolean).join(" · ")}</p>
      {merged.length > 0 && (
        <ul className={styles.merged}>
          {merged.map((one) => (
            <MergedIdea key={one.id} idea={one} />
          ))}
        </ul>
      )}
      <RowButtons idea={idea} held={held} onHold={onHold} onPut={() => onPut()} />
    </li>
  );
}

/** It keeps its words and its origin, and can stand for itself again. */
function MergedIdea({ idea }: { idea: PlenaryIdea }) {
  const { t } = useTranslation("gather");
  const { run, isBusy, problem } = useLeaderAct(UnmergeIdeaDocument);
  return (
    <li>
      {idea.body} <span className={styles.from}>({idea.boardTitle})</span>
      <ActButton
        variant="tertiary"
        data-size="sm"
        isBusy={isBusy}
        aria-label={t("splitNamed", { idea: idea.body })}
        onPress={() => void run({ contributionId: idea.id })}
      >
        {t("split")}
      </ActButton>
      <Problem text={problem} />
    </li>
  );
}

function RowButtons({ idea, held, onHold, onPut }: Omit<IdeaRowProps, "merged">) {
  const { t } = useTranslation("gather");
  const { run, isBusy, problem } = useLeaderAct(TakeFromPlenaryDocument);
  const isHeld = held === idea.id;
  return (
    <div className={styles.buttons}>
      {held && !isHeld ? (
        <Button data-size="sm" onClick={() => onPut()} aria-label={t("putNamed", { idea: idea.body })}>
          {t("put")}
        </Button>
      ) : (
        <Button
          variant="secondary"
          data-size="sm"
          aria-pressed={isHeld}
          aria-label={t(isHeld ? "letGoNamed" : "takeNamed", { idea: idea.body })}
          onClick={() => onHold(isHeld ? null : idea.id)}
        >
          {t(isHeld ? "letGo" : "take")}
        </Button>
      )}
      <ActButton
        variant="tertiary"
        data-size="sm"
        isBusy={isBusy}
        aria-label={t("outNamed", { idea: idea.body })}
        onPress={() => void run({ contributionId: idea.id })}
      >
        {t("out")}
      </ActButton>
      <Problem text={problem} />
    </div>
  );
}
