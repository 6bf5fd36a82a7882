import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import { Icon, type IconName } from "../../ui/icons.js";
import { paramsOf, type Selection, type View, VIEWS } from "./selection.js";
import styles from "./view-links.module.css";

const ICONS: Record<View, IconName> = { written: "example", votes: "vote", takeaways: "takeaway" };

/** Three ways to look at a gathering afterwards. What is chosen goes along. */
export function ViewLinks({ selection }: { selection: Selection }) {
  const { t } = useTranslation("revisit");
  return (
    <nav aria-label={t("views.label")} className={styles.views}>
      {VIEWS.map((view) => (
        <Link
          key={view}
          to={`?${paramsOf({ ...selection, view }).toString()}`}
          className={styles.view}
          aria-current={view === selection.view ? "page" : undefined}
        >
          <Icon name={ICONS[view]} />
          {t(`views.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
