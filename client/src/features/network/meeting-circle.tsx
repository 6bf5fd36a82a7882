import { useTranslation } from "../../i18n/use-translation.js";
import type { Met } from "./meetings.js";
import type { NetworkHome } from "./network-home.js";
import { type Bow, bowsOf, placesOn } from "./circle.js";
import styles from "./meeting-circle.module.css";

const SIZE = 400;
const RADIUS = 170;
const SEAT = 16;

/** With more lines than this one sees only that they are many. */
const mostMissing = 40;

interface MeetingCircleProps {
  units: NetworkHome["units"];
  met: (a: string, b: string) => Met | null;
}

/**
 * The units around a table, with a line between those who have sat together. The numbers are those of the rows beside it,
 * which say the same in words, so this is only drawn.
 */
export function MeetingCircle({ units, met }: MeetingCircleProps) {
  const { t } = useTranslation("network");
  const seats = placesOn(units.length, SIZE / 2, RADIUS);
  const bows = bowsOf(seats, (a, b) => met(units[a]?.id ?? "", units[b]?.id ?? "")?.gatherings ?? 0);
  const missing = bows.filter(({ times }) => times === 0);
  const showsMissing = missing.length > 0 && missing.length <= mostMissing;
  const drawn = bows.filter(({ times }) => times > 0 || showsMissing);
  return (
    <figure className={styles.circle}>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
        {drawn.map((bow) => (
          <Line key={`${bow.from} ${bow.to}`} bow={bow} />
        ))}
        {seats.map(({ x, y }, index) => (
          <g key={units[index]?.id} transform={`translate(${x} ${y})`} className={styles.seat}>
            <circle r={SEAT} />
            <text fontSize={14} y={5}>
              {index + 1}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className={styles.key}>
        <span className={styles.met}>{t("meetings.line")}</span>
        {showsMissing && <span className={styles.missing}>{t("meetings.dashed")}</span>}
      </figcaption>
    </figure>
  );
}

/** Bent towards the middle of the table, so that lines between neighbours can be told apart. */
function Line({ bow: { path, times } }: { bow: Bow }) {
  return <path d={path} className={styles.line} data-times={Math.min(times, 3)} />;
}
