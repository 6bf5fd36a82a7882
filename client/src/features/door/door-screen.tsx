import { useTranslation } from "react-i18next";
import { NameMark } from "../../ui/name-mark.js";
import { Page } from "../../ui/page.js";
import { CodeForm } from "./code-form.js";
import { LeaderSignIn } from "./leader-sign-in.js";
import styles from "./door-screen.module.css";

/** The front page: one field for the code, the way back to where one was, and the leaders' entrance. */
export default function DoorScreen() {
  const { t } = useTranslation(["door", "shell"]);
  return (
    <Page title={t("door:title")} heading={null} width="narrow">
      <div className={styles.door}>
        <NameMark name={t("shell:name")} large />
        <CodeForm />
        <LeaderSignIn />
        <p className={styles.privacy}>{t("door:privacy")}</p>
      </div>
    </Page>
  );
}
