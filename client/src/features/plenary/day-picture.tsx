import { useTranslation } from "../../i18n/use-translation.js";
import { type GatheringView, usePulse } from "../../live/index.js";
import { Icon, iconOf } from "../../ui/icons.js";
import { toneOf } from "../../ui/kinds.js";
import { inKindOrder } from "../lead/group-life.js";
import { sumsOf } from "./sums.js";
import { useKept } from "./use-kept.js";
import styles from "./day-picture.module.css";

/** What the hall wrote together, kind by kind. */
export function DayPicture({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("plenary");
  const pulses = useKept(`pulse.${gathering.id}`, usePulse(gathering.id)) ?? [];
  const sums = inKindOrder(sumsOf(pulses));
  if (sums.length === 0) return null;
  return (
    <ul className={styles.day}>
      {sums.map(({ kind, count }) => (
        <li key={kind} data-tone={toneOf(kind)}>
          <span className={styles.drawing}>
            <Icon name={iconOf(kind)} />
          </span>
          <span className={styles.count}>{count}</span>
          <span>{t(`closing.kind.${kind}`, { count })}</span>
        </li>
      ))}
    </ul>
  );
}
