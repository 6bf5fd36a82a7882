import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import { useRefusalText } from "../../i18n/refusals.js";
import { langOf } from "../../i18n/written-language.js";
import { type GatheringView, useBoard } from "../../live/index.js";
import { Icon, iconOf } from "../../ui/icons.js";
import { toneOf } from "../../ui/kinds.js";
import { SaveState, type SaveStateName } from "../../ui/save-state.js";
import type { BoardCard, Delivery } from "../board/board-card.js";
import { placeOf } from "../board/board-context.js";
import { useBoardCards } from "../board/use-board-cards.js";
import { challengesToAnswer } from "./to-answer.js";
import styles from "./my-cards.module.css";

/** What I have written on my group's board, how far each card has come, and what waits for my answer. */
export function MyCards({ gathering, boardId }: { gathering: GatheringView; boardId: string }) {
  const { t } = useTranslation("gathering");
  const { board } = useBoard(boardId);
  const cards = useBoardCards(gathering, board, boardId);
  if (!board) return null;
  const mine = cards.filter(({ isMine }) => isMine).toReversed();
  const waiting = challengesToAnswer(cards, gathering.viewer.participant?.unit.id ?? null);
  const address = `/g/${gathering.id}/b/${boardId}`;
  const [oldest] = waiting;
  return (
    <section className={styles.mine}>
      <h2 className={styles.heading}>{t("mine.title")}</h2>
      {oldest && (
        <Link className={styles.answer} to={`${address}#${placeOf(oldest.id)}`}>
          <Icon name="answer" />
          {t("mine.toAnswer", { count: waiting.length })}
          <Icon name="onward" />
        </Link>
      )}
      {mine.length === 0 ? (
        <p className={styles.none}>{t("mine.none")}</p>
      ) : (
        <ul className={styles.cards}>
          {mine.map((card) => (
            <li key={card.id}>
              <MyCard card={card} to={`${address}#${placeOf(card.id)}`} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function MyCard({ card, to }: { card: BoardCard; to: string }) {
  const { t } = useTranslation("ui");
  const refusalText = useRefusalText();
  const { delivery } = card;
  const why = delivery?.kind === "refused" ? refusalText(delivery.refusal) : undefined;
  return (
    <div className={styles.card} data-tone={toneOf(card.kind)}>
      <span className={styles.kind}>
        <Icon name={iconOf(card.kind)} />
        {t(`kind.${card.kind}`)}
      </span>
      <Link className={styles.words} to={to} lang={langOf(card.language)}>
        {card.title ?? card.body}
      </Link>
      <span className={styles.foot}>
        {delivery && <SaveState state={STATES[delivery.kind]} why={why} />}
        {card.onlyMe && <span>{t("card.silent")}</span>}
        {card.isHidden && <span>{t("card.hidden")}</span>}
      </span>
    </div>
  );
}

const STATES: Record<Delivery["kind"], SaveStateName> = {
  saved: "saved",
  sending: "sending",
  waiting: "waiting",
  refused: "refused",
  failed: "refused",
};
