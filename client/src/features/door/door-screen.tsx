import { useEffect } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { prepareLiveLayer } from "../../app/live-layer.js";
import { Page } from "../../ui/page.js";
import { CodeForm } from "./code-form.js";
import { DoorPicture } from "./door-picture.js";
import { LeaderSignIn } from "./leader-sign-in.js";
import { WayBack } from "./way-back.js";
import styles from "./door-screen.module.css";

/** The front page: one field for the code, the way back to where one was, and the leaders' entrance. */
export default function DoorScreen() {
  const { t } = useTranslation("door");
  useEffect(prepareLiveLayer, []);
  return (
    <Page title={t("title")} heading={null} width="full" className={styles.page}>
      <DoorPicture />
      <div className={styles.door}>
        <CodeForm />
        <WayBack />
        <LeaderSignIn />
        <p className={styles.privacy}>{t("privacy")}</p>
      </div>
    </Page>
  );
}
