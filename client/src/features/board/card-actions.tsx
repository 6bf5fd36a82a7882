import { Button } from "../../ui/button.js";
import { lazy, Suspense, useState } from "react";
import { persistently } from "../../app/persistently.js";
import { whenIdle } from "../../app/when-idle.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { Icon } from "../../ui/icons.js";
import type { BoardCard } from "./board-card.js";
import { nameOf, useBoardContext, type Task } from "./board-context.js";
import { invites, type Leave } from "./invites.js";
import styles from "./card-actions.module.css";

// What is rarer is fetched when the page has nothing better to do, or when it is asked for.
const fetchMore = () => persistently(() => import("./more-actions.js"));
const MoreActions = lazy(fetchMore);
whenIdle(() => void fetchMore().catch(() => undefined));

type Words = "challenge" | "answer" | "idea" | "takeHome";

/** What one can do next with a card. The first is what the conversation asks for. */
function nextSteps(card: BoardCard, leave: Leave): { words: Words; task: Task }[] {
  if (card.onlyMe || card.isHidden || card.kind === "ANSWER" || card.kind === "TAKEAWAY") return [];
  const isChallenge = card.kind === "CHALLENGE";
  const offers: { words: Words; task: Task; isOpen: boolean }[] = [
    {
      words: "answer",
      task: { kind: "write", what: "ANSWER", to: card },
      isOpen: isChallenge && invites(leave, "ANSWER"),
    },
    {
      words: "challenge",
      task: { kind: "write", what: "CHALLENGE", to: card },
      isOpen: !isChallenge && !card.isMine && invites(leave, "CHALLENGE"),
    },
    {
      words: "idea",
      task: { kind: "write", what: "IDEA", to: card },
      isOpen: card.kind !== "IDEA" && invites(leave, "IDEA"),
    },
    { words: "takeHome", task: { kind: "write", what: "TAKEAWAY", to: card }, isOpen: leave.mayTakeHome },
  ];
  return offers.filter(({ isOpen }) => isOpen);
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
          className={styles.step}
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
        <Icon name={isOpen ? "up" : "more"} />
      </Button>
      {isOpen && (
        <Suspense>
          <MoreActions card={card} />
        </Suspense>
      )}
    </>
  );
}
