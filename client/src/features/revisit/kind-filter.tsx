import type { ContributionKind } from "@ordskifte/schema";
import { useId } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Icon, iconOf } from "../../ui/icons.js";
import { toneOf } from "../../ui/kinds.js";
import type { Contribution } from "../board/board-card.js";
import { KINDS } from "./selection.js";
import styles from "./kind-filter.module.css";

interface KindFilterProps {
  all: readonly Contribution[];
  chosen: readonly ContributionKind[];
  onChoose: (kinds: ContributionKind[]) => void;
}

/** One or several kinds of card; none chosen means all. */
export function KindFilter({ all, chosen, onChoose }: KindFilterProps) {
  const { t } = useTranslation("revisit");
  const { t: ui } = useTranslation("ui");
  const heading = useId();
  const there = KINDS.filter((kind) => chosen.includes(kind) || all.some((card) => card.kind === kind));
  const toggle = (kind: ContributionKind) =>
    onChoose(KINDS.filter((known) => chosen.includes(known) !== (known === kind)));
  return (
    <div className={styles.kinds} role="group" aria-labelledby={heading}>
      <p className={styles.legend} id={heading}>
        {t("filters.kind")}
      </p>
      {there.map((kind) => (
        <label key={kind} className={styles.kind} data-tone={toneOf(kind)}>
          <input type="checkbox" checked={chosen.includes(kind)} onChange={() => toggle(kind)} />
          <Icon name={iconOf(kind)} />
          {ui(`kind.${kind}`)}
          <span className={styles.count}>{all.filter((card) => card.kind === kind).length}</span>
        </label>
      ))}
    </div>
  );
}
