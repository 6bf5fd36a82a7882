import { Button } from "../../ui/button.js";
import { useLocation } from "wouter";
import { useTranslation } from "../../i18n/use-translation.js";
import { useOutbox } from "../../live/index.js";
import type { BoardCard } from "./board-card.js";
import { nameOf, useBoardContext, useCards } from "./board-context.js";
import { parentOf, sourceOf } from "./board-model.js";
import { postAgain, writeTaskOf } from "./resend.js";

/** Where a card can be sent instead that was refused because its author has got a seat elsewhere; null for nowhere. */
function homeOf(card: BoardCard, ownBoardId: string | null): string | null {
  const { delivery } = card;
  const isElsewhere = delivery?.kind === "refused" && delivery.refusal.__typename === "NotSeated";
  return isElsewhere && !parentOf(card) && !sourceOf(card) ? ownBoardId : null;
}

/** What the author can do with a card that is not sent: take it back, or mend it and try again. */
export default function DeliveryActions({ card }: { card: BoardCard }) {
  const { t } = useTranslation("board");
  const { outbox } = useOutbox();
  const { begin, leave, gatheringId } = useBoardContext();
  const [, navigate] = useLocation();
  const cards = useCards();
  const { delivery } = card;
  if (!delivery || delivery.kind === "saved" || delivery.kind === "sending") return null;
  const { itemId } = delivery;
  const label = (action: string) => t("action.named", { action, card: nameOf(card) });
  const isWaiting = delivery.kind === "waiting";
  const discard = isWaiting ? t("action.takeBack") : t("action.discard");
  const change = isWaiting ? t("action.edit") : t("action.editAndSend");
  const task = writeTaskOf(card, cards);
  const home = homeOf(card, leave.ownBoardId);
  const moveHome = () => {
    if (!home) return;
    outbox.takeBack(itemId);
    postAgain(card, home, outbox);
    navigate(`/g/${gatheringId}/b/${home}`);
  };
  return (
    <>
      {home && (
        <Button data-size="sm" onClick={moveHome} aria-label={label(t("action.toOwnBoard"))}>
          {t("action.toOwnBoard")}
        </Button>
      )}
      {!isWaiting && !home && (
        <Button data-size="sm" onClick={() => outbox.retry(itemId)} aria-label={label(t("action.again"))}>
          {t("action.again")}
        </Button>
      )}
      {task && (
        <Button data-size="sm" variant="secondary" onClick={() => begin(task)} aria-label={label(change)}>
          {change}
        </Button>
      )}
      <Button
        data-size="sm"
        variant="tertiary"
        onClick={() => outbox.takeBack(itemId)}
        aria-label={label(discard)}
      >
        {discard}
      </Button>
    </>
  );
}
