import { DoorState } from "../../ui/states.js";
import { OwnDataDocument } from "@ordskifte/schema";
import { useState } from "react";
import { liveLayer } from "../../app/live-layer.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { Button } from "../../ui/button.js";
import { download } from "../../ui/download.js";
import { Icon } from "../../ui/icons.js";
import { Page } from "../../ui/page.js";
import { EraseMe } from "./erase-me.js";
import { OwnProfessions } from "./own-professions.js";
import styles from "./own-data-screen.module.css";

/** What is kept of the reader, to take along, and the way out of it. */
export default function OwnDataScreen() {
  const { t } = useTranslation("ownData");
  const [isErased, setErased] = useState(false);
  if (isErased)
    return (
      <Page title={t("title")} width="narrow">
        <DoorState icon="saved" title={t("erased")} back={t("toDoor")} />
      </Page>
    );
  return (
    <Page title={t("title")} lead={t("lead")} width="narrow">
      <SaveAll />
      <OwnProfessions />
      <EraseMe onErased={() => setErased(true)} />
    </Page>
  );
}

function SaveAll() {
  const { t } = useTranslation("ownData");
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");
  const save = async () => {
    setState("busy");
    try {
      const { server } = await liveLayer();
      const { ownData } = await server.ask(OwnDataDocument, {});
      download(`${t("fileName")}.json`, "application/json", ownData);
      setState("ready");
    } catch {
      setState("failed");
    }
  };
  return (
    <section className={styles.part}>
      <Button variant="secondary" loading={state === "busy"} onClick={() => void save()}>
        <Icon name="save" />
        {t("save")}
      </Button>
      <p role="alert">{state === "failed" && t("saveFailed")}</p>
    </section>
  );
}
