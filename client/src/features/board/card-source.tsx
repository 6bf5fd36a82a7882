import type { MouseEvent } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { langOf } from "../../i18n/written-language.js";
import { Icon } from "../../ui/icons.js";
import type { BoardCard } from "./board-card.js";
import { nameOf, placeOf, useBoardContext, useCards } from "./board-context.js";
import { sourceOf } from "./board-model.js";
import styles from "./card-source.module.css";

/** Where a card came from, as a link that leads there. */
export function CardSource({ card }: { card: BoardCard }) {
  const { t } = useTranslation("board");
  const { goTo } = useBoardContext();
  const cards = useCards();
  const sourceId = sourceOf(card);
  if (!sourceId) return null;
  const source = cards.get(sourceId);
  const jump = (event: MouseEvent) => {
    event.preventDefault();
    goTo(sourceId);
  };
  return (
    <p className={styles.source}>
      <Icon name="back" />
      {t(card.kind === "TAKEAWAY" ? "source.home" : "source.springs")}{" "}
      {source ? (
        <a href={`#${placeOf(sourceId)}`} lang={langOf(source.language)} onClick={jump}>
          {nameOf(source)}
        </a>
      ) : (
        t("source.hidden")
      )}
    </p>
  );
}
