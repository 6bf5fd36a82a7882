import { OpenWritingDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Icon } from "../../ui/icons.js";
import { ActButton } from "./act-button.js";
import { Confirm } from "./confirm.js";
import { useLeaderAct } from "./use-leader-act.js";
import styles from "./open-writing-button.module.css";

/** Opens what was written in silence. It cannot be undone, so it asks first. */
export function OpenWritingButton({ item }: { item: GatheringView["programme"][number] }) {
  const { t } = useTranslation("lead");
  const { run, isBusy, problem } = useLeaderAct(OpenWritingDocument);
  const [asking, setAsking] = useState(false);
  if (item.writing !== "SILENT") return null;
  if (item.openedAt) {
    return (
      <p className={styles.opened}>
        <Icon name="saved" />
        {t("silent.opened")}
      </p>
    );
  }
  const open = async () => {
    if (await run({ itemId: item.id })) setAsking(false);
  };
  return (
    <>
      <ActButton variant="secondary" icon="silent" onPress={() => setAsking(true)}>
        {t("silent.open")}
      </ActButton>
      <Confirm
        open={asking}
        title={t("silent.title")}
        yes={t("silent.open")}
        isBusy={isBusy}
        problem={problem}
        onYes={() => void open()}
        onClose={() => setAsking(false)}
      >
        <p>{t("silent.body")}</p>
      </Confirm>
    </>
  );
}
