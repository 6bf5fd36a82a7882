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

/** Where there is room, it says what is led. */
function LeadName() {
  const { t } = useTranslation("plan");
  return (
    <>
      <span className={styles.long}>{t("places.lead")}</span>
      <span className={styles.short}>{t("places.leadShort")}</span>
    </>
  );
}

/** The leader's places for one gathering: planning, preparation, groups and the console. */
export function PlanLinks({ gatheringId, networkId, here }: PlanLinksProps) {
  const { t } = useTranslation("plan");
  return (
    <nav className={styles.links} aria-label={t("places.label")}>
      <Link to={`/n/${networkId}`}>
        <Icon name="back" />
        <span className={styles.up}>{t("places.network")}</span>
      </Link>
      {PLACES.map((place) => (
        <Link
          key={place}
          to={`/g/${gatheringId}/${place}`}
          aria-current={place === here ? "page" : undefined}
        >
          {place === "lead" ? <LeadName /> : t(`places.${place}`)}
        </Link>
      ))}
    </nav>
  );
}
