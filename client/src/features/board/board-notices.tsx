import { useTranslation } from "../../i18n/use-translation.js";
import { Icon, type IconName } from "../../ui/icons.js";
import { useBoardContext } from "./board-context.js";
import styles from "./board-notices.module.css";

/** What a writer must know before she writes: silence, anonymity, or why it is closed. */
export function BoardNotices() {
  const { t } = useTranslation("board");
  const { item, closed } = useBoardContext().leave;
  if (closed)
    return <Notice icon={closed === "frozen" ? "frozen" : "reflection"} text={t(`notice.${closed}`)} />;
  const silent = item?.writing === "SILENT" && item.openedAt === null;
  return (
    <>
      {silent && <Notice icon="silent" text={t("notice.silent")} />}
      {item?.naming === "ANONYMOUS" && <Notice icon="people" text={t("notice.anonymous")} />}
    </>
  );
}

function Notice({ icon, text }: { icon: IconName; text: string }) {
  return (
    <p className={styles.notice}>
      <Icon name={icon} />
      {text}
    </p>
  );
}
