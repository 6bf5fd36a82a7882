import { useTranslation } from "../i18n/use-translation.js";
import { Link } from "wouter";
import { Icon, iconOf } from "./icons.js";
import { type CardKind, toneOf } from "./kinds.js";
import styles from "./tile.module.css";

export interface TileProps {
  number: number;
  name?: string;
  counts: readonly { kind: CardKind; count: number }[];
  /** What so many of a kind are called, where there is room to say it beside the number. */
  nameOf?: (kind: CardKind, count: number) => string;
  unanswered?: number;
  present?: number;
  writing?: number;
  /** Nothing has been written for a good while, though the stage asks for it. */
  quiet?: boolean;
  frozen?: boolean;
  /** Hands that are up in the group. */
  hands?: number;
  /** How many of its people are ready; shown once anybody is. */
  ready?: number;
  people?: number;
  /** Where the tile leads; without it the tile is only to look at. */
  to?: string;
  size?: "normal" | "hall";
}

/** One group at a glance: what has come, who is there, who writes. */
export function Tile({ number, name, to, size = "normal", quiet, nameOf, ...facts }: TileProps) {
  const { t } = useTranslation("ui");
  const Title = size === "hall" ? "h2" : "h3";
  const title = name || t("tile.group", { number });
  return (
    <article
      aria-label={title}
      className={styles.tile}
      data-size-of={size}
      data-quiet={quiet || undefined}
      data-hand={(facts.hands ?? 0) > 0 || undefined}
    >
      <Title className={styles.title}>
        {to ? (
          <Link className={styles.link} to={to}>
            {title}
          </Link>
        ) : (
          title
        )}
        {facts.frozen && (
          <>
            <Icon name="frozen" />
            <span className="ds-sr-only">{t("tile.frozen")}</span>
          </>
        )}
      </Title>
      <TileCounts counts={facts.counts} nameOf={nameOf} />
      <TileLife {...facts} quiet={quiet} />
    </article>
  );
}

function TileCounts({ counts, nameOf }: Pick<TileProps, "counts" | "nameOf">) {
  const { t } = useTranslation("ui");
  const there = counts.filter(({ count }) => count > 0);
  if (there.length === 0) return <p className={styles.empty}>{t("tile.empty")}</p>;
  return (
    <ul className={styles.counts}>
      {there.map(({ kind, count }) => (
        <li key={kind} data-tone={toneOf(kind)} title={t(`kind.${kind}`)}>
          <Icon name={iconOf(kind)} />
          {!nameOf && <span className="ds-sr-only">{t(`kind.${kind}`)} </span>}
          <span className={styles.count}>{count}</span>
          {nameOf && <span>{nameOf(kind, count)}</span>}
        </li>
      ))}
    </ul>
  );
}

function TileLife({
  present = 0,
  writing = 0,
  unanswered = 0,
  hands = 0,
  ready = 0,
  people = 0,
  quiet,
}: Partial<TileProps>) {
  const { t } = useTranslation("ui");
  return (
    <p className={styles.life}>
      {hands > 0 && (
        <span className={styles.hand}>
          <Icon name="hand" />
          {t("tile.hand")}
        </span>
      )}
      {ready > 0 && (
        <span className={styles.ready}>
          <Icon name="ready" />
          {t("tile.ready", { ready, people })}
        </span>
      )}
      {present > 0 && <span>{t("tile.present", { count: present })}</span>}
      {writing > 0 && (
        <span className={styles.writing}>
          <Icon name="pen" />
          {t("tile.writing", { count: writing })}
        </span>
      )}
      {unanswered > 0 && <span>{t("tile.unanswered", { count: unanswered })}</span>}
      {quiet && <span className={styles.quiet}>{t("tile.quiet")}</span>}
    </p>
  );
}
