import { useTranslation } from "../../i18n/use-translation.js";
import { keptDrafts } from "../../live/index.js";
import styles from "./kept-notice.module.css";

/** In the button of a form: that it was begun on this device, and is where one left it. `name` is that of its draft. */
export function BegunMark({ name }: { name: string }) {
  const { t } = useTranslation("keeping");
  const [scope = ""] = name.split(".");
  const isBegun = keptDrafts(scope).some(([key]) => key === name);
  return isBegun && <span className={styles.mark}>{t("begun")}</span>;
}
