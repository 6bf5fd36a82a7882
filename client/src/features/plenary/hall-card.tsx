import type { Language } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { langOf } from "../../i18n/written-language.js";
import { type CardKind, toneOf } from "../../ui/kinds.js";
import { Icon, iconOf } from "../../ui/icons.js";
import styles from "./hall-card.module.css";

interface HallCardProps {
  kind: CardKind;
  body: string;
  /** What it is written in; null where it was not told. */
  language: Language | null;
  /** Null on an anonymous card. */
  from: string | null;
  fromAuthor?: boolean;
  /** Where every card is of one kind, it need not be said on each. */
  kindIsKnown?: boolean;
}

/** A card for the last row: the words, and a line about whose they are. */
export function HallCard({
  kind,
  body,
  language,
  from,
  fromAuthor = false,
  kindIsKnown = false,
}: HallCardProps) {
  const { t } = useTranslation("ui");
  return (
    <article className={styles.card} data-tone={toneOf(kind)}>
      {!kindIsKnown && (
        <p className={styles.kind}>
          <Icon name={iconOf(kind)} />
          {t(fromAuthor ? "card.fromAuthor" : `kind.${kind}`)}
        </p>
      )}
      <p className={styles.body} lang={langOf(language)}>
        {body}
      </p>
      <p className={styles.from}>{from ?? t("card.anonymous")}</p>
    </article>
  );
}
