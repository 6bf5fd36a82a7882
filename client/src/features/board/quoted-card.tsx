import { useTranslation } from "../../i18n/use-translation.js";
import { langOf } from "../../i18n/written-language.js";
import { toneOf } from "../../ui/kinds.js";
import { WrittenText } from "../../ui/written-text.js";
import type { BoardCard } from "./board-card.js";
import styles from "./words-form.module.css";

/** A card in a window: what one writes to, or is about to take away, in sight and as it stands on the board. */
export function QuotedCard({ card }: { card: BoardCard }) {
  const { t } = useTranslation(["board", "ui"]);
  const lang = langOf(card.language);
  return (
    <blockquote className={styles.quote} data-tone={toneOf(card.kind)}>
      {card.title && (
        <p>
          <strong lang={lang}>{card.title}</strong>
        </p>
      )}
      <WrittenText text={card.body} lang={lang} />
      {card.challengeUsOn && (
        <p>
          <strong>{t("board:form.challengeUsOn")}</strong> <span lang={lang}>{card.challengeUsOn}</span>
        </p>
      )}
      <p className={styles.quoteFrom}>{card.anonymous ? t("ui:card.anonymous") : card.from}</p>
    </blockquote>
  );
}
