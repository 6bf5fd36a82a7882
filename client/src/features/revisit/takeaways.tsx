import { useMemo } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { langOf } from "../../i18n/written-language.js";
import { EmptyState } from "../../ui/states.js";
import type { Contribution } from "../board/board-card.js";
import { fromContribution } from "../board/board-card.js";
import { sourceOf } from "../board/board-model.js";
import { byUnit } from "./by-unit.js";
import { CardView } from "./card-view.js";
import { useRevisit } from "./revisit-context.js";
import { isNarrowed, type Selection } from "./selection.js";
import styles from "./takeaways.module.css";

/** What each unit took home, with what it sprang from. */
export function Takeaways({ cards, selection }: { cards: readonly Contribution[]; selection: Selection }) {
  const { t } = useTranslation("revisit");
  const shares = useMemo(() => byUnit(cards.filter(({ kind }) => kind === "TAKEAWAY")), [cards]);
  if (shares.length === 0) {
    const title = t(isNarrowed(selection) ? "nothing.title" : "takeaways.none");
    return <EmptyState icon="takeaway" title={title} />;
  }
  return (
    <div className={styles.units}>
      {shares.map(({ unit, cards: inside }) => (
        <section key={unit?.id ?? "none"} className={styles.unit}>
          <h2 className={styles.name}>{unit?.name ?? t("takeaways.unsigned")}</h2>
          {unit && <p className={styles.place}>{unit.municipality}</p>}
          <ul className={styles.list}>
            {inside.map((card) => (
              <li key={card.id}>
                <Source card={card} />
                <CardView card={fromContribution(card)} isReply />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Source({ card }: { card: Contribution }) {
  const { t } = useTranslation("revisit");
  const { t: ui } = useTranslation("ui");
  const { cards } = useRevisit();
  const source = cards.get(sourceOf(fromContribution(card)) ?? "");
  if (!source) return null;
  const words = fromContribution(source);
  return (
    <p className={styles.source}>
      {t("takeaways.from", { kind: ui(`kind.${source.kind}`).toLocaleLowerCase() })}{" "}
      <q lang={langOf(words.language)}>{words.title ?? words.body}</q>
    </p>
  );
}
