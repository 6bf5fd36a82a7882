import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import { Icon } from "../../ui/icons.js";
import styles from "./plan-links.module.css";

const PLACES = ["plan", "preparation", "groups", "lead"] as const;
export type Place = (typeof PLACES)[number];

interface PlanLinksProps {
  gatheringId: string;
  networkId: string;
  here: Place;
}

/** The leader's places for one gathering: planning, preparation, groups and the console. */
export function PlanLinks({ gatheringId, networkId, here }: PlanLinksProps) {
  const { t } = useTranslation("plan");
  return (
    <nav className={styles.links} aria-label={t("places.label")}>
      <Link to={`/n/${networkId}`}>
        <Icon name="back" />
        {t("places.network")}
      </Link>
      {PLACES.map((place) => (
        <Link
          key={place}
          to={`/g/${gatheringId}/${place}`}
          aria-current={place === here ? "page" : undefined}
        >
          {t(`places.${place}`)}
        </Link>
      ))}
    </nav>
  );
}
