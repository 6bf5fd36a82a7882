import { RenewJoinCodeDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import { type GatheringView, usePublicAddress } from "../../live/index.js";
import { QrCode } from "../../ui/qr-code.js";
import { ActButton } from "./act-button.js";
import { Confirm } from "./confirm.js";
import { Panel } from "./panel.js";
import { useLeaderAct } from "./use-leader-act.js";
import styles from "./door-panel.module.css";

/** The way in: the code, and the same as a picture to scan. */
export function DoorPanel({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation(["lead", "gather"]);
  const { joinCode } = gathering;
  const address = `${usePublicAddress()}/j/${joinCode ?? ""}`;
  if (!joinCode) return null;
  return (
    <Panel title={t("door.title")} actions={<RenewButton gatheringId={gathering.id} />}>
      <div className={styles.door}>
        <QrCode address={address} className={styles.qr} />
        <div>
          <p className={styles.code}>{joinCode}</p>
          <p className={styles.address}>{address}</p>
        </div>
      </div>
      <Link className="os-alone" to={`/g/${gathering.id}/preflight`}>
        {t("gather:preflight")}
      </Link>
    </Panel>
  );
}

function RenewButton({ gatheringId }: { gatheringId: string }) {
  const { t } = useTranslation("lead");
  const [asking, setAsking] = useState(false);
  const { run, isBusy, problem } = useLeaderAct(RenewJoinCodeDocument);
  const renew = async () => {
    if (await run({ gatheringId })) setAsking(false);
  };
  return (
    <>
      <ActButton variant="tertiary" data-size="sm" onPress={() => setAsking(true)}>
        {t("door.renew")}
      </ActButton>
      <Confirm
        open={asking}
        title={t("door.renew")}
        yes={t("door.renew")}
        isBusy={isBusy}
        problem={problem}
        onYes={() => void renew()}
        onClose={() => setAsking(false)}
      >
        <p>{t("door.renewBody")}</p>
      </Confirm>
    </>
  );
}
