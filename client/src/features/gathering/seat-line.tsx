import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Icon } from "../../ui/icons.js";
import type { Group } from "./now-card.js";
import styles from "./my-group.module.css";

/** "Group 7, with …": where to go in the hall, and whom to look for. */
export function SeatLine({ group, gathering }: { group: Group; gathering: GatheringView }) {
  const { t, i18n } = useTranslation(["gathering", "ui"]);
  const others = group.members.filter(({ id }) => id !== gathering.viewer.participant?.id);
  if (group.arena !== "CROSS" || others.length === 0) return null;
  const names = new Intl.ListFormat(i18n.locales, { type: "conjunction" }).format(
    others.map(({ name }) => name),
  );
  return (
    <p className={styles.seat}>
      <Icon name="people" />
      <span>
        <strong>{t("ui:tile.group", { number: group.number })}</strong>,{" "}
        {t("gathering:group.with", { names })}
      </span>
    </p>
  );
}
