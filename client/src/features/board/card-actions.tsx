import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BoardCard } from "./board-card.js";
import { nameOf, useBoardContext, type Task } from "./board-context.js";
import { invites, type Leave } from "./invites.js";
import { MoreActions } from "./more-actions.js";
import styles from "./card-actions.module.css";

type Words = "challenge" | "answer" | "idea" | "takeHome";

/** What one can do next with a card. The first is what the conversation asks for. */
function nextSteps(card: BoardCard, leave: Leave): { words: Words; task: Task }[] {
  if (card.onlyMe || card.isHidden) return [];
  const steps: { words: Words; task: Task }[] = [];
  const takes = card.kind !== "ANSWER" && card.kind !== "TAKEAWAY";
  if (card.kind === "CHALLENGE" && invites(leave, "ANSWER")) {
    steps.push({ words: "answer", task: { kind: "write", what: "ANSWER", to: card } });
  }
  if (takes && card.kind !== "CHALLENGE" && !card.isMine && invites(leave, "CHALLENGE")) {
    steps.push({ words: "challenge", task: { kind: "write", what: "CHALLENGE", to: card } });
  }
  if (takes && card.kind !== "IDEA" && invites(leave, "IDEA")) {
    steps.push({ words: "idea", task: { kind: "write", what: "IDEA", to: card } });
  }
  if (takes && leave.mayTakeHome) {
    steps.push({ words: "takeHome", task: { kind: "write", what: "TAKEAWAY", to: card } });
  }
  return steps;
}

export function CardActions({ card }: { card: BoardCard }) {
  const { t } = useTranslation("board");
  const { leave, begin } = useBoardContext();
  const [isOpen, setOpen] = useState(false);
  const label = (action: string) => t("action.named", { action, card: nameOf(card) });
  const more = isOpen ? t("action.less") : t("action.more");
  return (
    <>
      {nextSteps(card, leave).map(({ words, task }, index) => (
        <Button
          key={words}
          data-size="sm"
          variant={index === 0 ? "secondary" : "tertiary"}
          onClick={() => begin(task)}
          aria-label={label(t(`action.${words}`))}
        >
          {t(`action.${words}`)}
        </Button>
      ))}
      <Button
        data-size="sm"
        variant="tertiary"
        className={styles.more}
        aria-expanded={isOpen}
        aria-label={label(more)}
        onClick={() => setOpen(!isOpen)}
      >
        {more}
      </Button>
      {isOpen && <MoreActions card={card} />}
    </>
  );
}
