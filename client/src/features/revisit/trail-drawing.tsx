import { useRef } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import { langOf } from "../../i18n/written-language.js";
import { Icon, iconOf } from "../../ui/icons.js";
import { toneOf } from "../../ui/kinds.js";
import { type Contribution, fromContribution } from "../board/board-card.js";
import { useRevisit } from "./revisit-context.js";
import { relationOf, type TrailPicture } from "./trail-picture.js";
import { TrailWays } from "./trail-ways.js";
import styles from "./trail-drawing.module.css";

interface TrailDrawingProps {
  picture: TrailPicture;
  /** The card that the trail was asked for. */
  cardId: string;
}

/** Cards in columns from left to right with ways between them; one under the other where there is no room for that. */
export function TrailDrawing({ picture, cardId }: TrailDrawingProps) {
  const { t } = useTranslation("ui");
  const paper = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.paper} ref={paper}>
      <TrailWays paper={paper} ways={picture.ways} cardId={cardId} />
      <ol className={styles.columns} aria-label={t("trail.label")}>
        {picture.columns.map((cards) => (
          <li key={cards[0]?.id} className={styles.column}>
            <ol className={styles.cards}>
              {cards.map((card) => (
                <Step key={card.id} card={card} picture={picture} isHere={card.id === cardId} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface StepProps {
  card: Contribution;
  picture: TrailPicture;
  isHere: boolean;
}

function Step({ card, picture, isHere }: StepProps) {
  const { t } = useTranslation("ui");
  const { trailOf } = useRevisit();
  const { title, body, from, anonymous, language } = fromContribution(card);
  const lang = langOf(language);
  const relation = relationOf(card, picture);
  return (
    <li
      className={styles.step}
      data-tone={toneOf(card.kind)}
      data-step={card.id}
      aria-current={isHere ? "true" : undefined}
    >
      <p className={styles.kind}>
        <span className={styles.knot}>
          <Icon name={iconOf(card.kind)} />
        </span>
        {t(`kind.${card.kind}`)}
      </p>
      <p className={styles.relation}>{relation ? t(`trail.${relation}`) : t("trail.start")}</p>
      {title && (
        <p className={styles.title} lang={lang}>
          {title}
        </p>
      )}
      {isHere ? (
        <p className={styles.text} lang={lang}>
          {body}
        </p>
      ) : (
        <Link to={trailOf(card.id)} className={styles.link}>
          <span className={styles.short} lang={lang}>
            {body}
          </span>
        </Link>
      )}
      <p className={styles.from}>{anonymous ? t("card.anonymous") : from}</p>
    </li>
  );
}
