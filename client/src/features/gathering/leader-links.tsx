import { Button } from "../../ui/button.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import styles from "./leader-links.module.css";

/** For those who lead: the console and the projected view. */
export function LeaderLinks({ gatheringId }: { gatheringId: string }) {
  const { t } = useTranslation("gathering");
  return (
    <div className={styles.links}>
      <Button asChild>
        <Link to={`/g/${gatheringId}/lead`}>{t("do.lead")}</Link>
      </Button>
      <Button asChild variant="secondary">
        <Link to={`/g/${gatheringId}/plenary`}>{t("plenary")}</Link>
      </Button>
    </div>
  );
}
