import { lazy, memo, Suspense } from "react";
import { persistently } from "../../app/persistently.js";
import { whenIdle } from "../../app/when-idle.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { useRefusalText } from "../../i18n/refusals.js";
import { langOf } from "../../i18n/written-language.js";
import { Card } from "../../ui/card.js";
import type { SaveStateName } from "../../ui/save-state.js";
import type { BoardCard, Delivery } from "./board-card.js";
import { CardActions } from "./card-actions.js";
import { placeOf } from "./board-context.js";
import { CardSource } from "./card-source.js";
import styles from "./board-card-view.module.css";

// There before the net can have gone for long.
const fetchDelivery = () => persistently(() => import("./delivery-actions.js"));
const DeliveryActions = lazy(fetchDelivery);
whenIdle(() => void fetchDelivery().catch(() => undefined));

interface BoardCardViewProps {
  readonly card: BoardCard;
  readonly isReply?: boolean;
}

/** One card on the board, with where it came from and what can be done with it. */
export const BoardCardView = memo(function BoardCardView({ card, isReply = false }: BoardCardViewProps) {
  const state = card.delivery && stateNames[card.delivery.kind];
  const why = useReason(card.delivery);
  return (
    <div id={placeOf(card.id)} className={styles.place} tabIndex={-1}>
      <Card
        kind={card.kind}
        title={card.title}
        body={card.body}
        lang={langOf(card.language)}
        from={card.from}
        anonymous={card.anonymous}
        mine={card.isMine}
        lens={card.lens}
        challengeUsOn={card.challengeUsOn}
        theme={card.theme}
        fromAuthor={card.fromAuthor}
        edited={card.edited}
        silent={card.onlyMe}
        hidden={card.isHidden ? { reason: card.hiddenReason } : null}
        state={state}
        why={why}
        size={isReply ? "small" : "normal"}
        headed
        headingLevel={isReply ? 4 : 3}
        actions={
          card.delivery && card.delivery.kind !== "saved" ? (
            <Suspense>
              <DeliveryActions card={card} />
            </Suspense>
          ) : (
            <CardActions card={card} />
          )
        }
      >
        <CardSource card={card} />
      </Card>
    </div>
  );
});

const stateNames: Record<Delivery["kind"], SaveStateName> = {
  saved: "saved",
  sending: "sending",
  waiting: "waiting",
  refused: "refused",
  failed: "refused",
};

/** Why a card was not sent, in the reader's language. */
function useReason(delivery: Delivery | null): string | undefined {
  const { t } = useTranslation("board");
  const refusalText = useRefusalText();
  if (delivery?.kind === "refused") return refusalText(delivery.refusal);
  if (delivery?.kind !== "failed") return undefined;
  const { code } = delivery;
  return t(
    `failed.${code === "TROUBLE" || code === "NOT_FOUND" || code === "UNAUTHENTICATED" ? code : "other"}`,
  );
}
