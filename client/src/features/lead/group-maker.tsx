import { type Arena, limits, MakeGroupsDocument, within } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Dialog } from "../../ui/dialog.js";
import { Field } from "../../ui/field.js";
import { ActForm } from "./act-form.js";
import { Choices } from "./choices.js";
import { stepsIn } from "./programme-steps.js";
import { useLeaderAct } from "./use-leader-act.js";
import styles from "./forms.module.css";

const ARENAS: readonly Arena[] = ["CROSS", "UNIT", "PLENARY"];
const usualSize = 6;

interface GroupMakerProps {
  gathering: GatheringView;
  open: boolean;
  onClose: () => void;
}

/** Makes groups of those who are here; who already sits right keeps their seat. */
export function GroupMaker({ gathering, open, onClose }: GroupMakerProps) {
  const { t } = useTranslation("lead");
  return (
    <Dialog open={open} onClose={onClose} title={t("maker.title")}>
      <MakerForm gathering={gathering} onDone={onClose} />
    </Dialog>
  );
}

function MakerForm({ gathering, onDone }: { gathering: GatheringView; onDone: () => void }) {
  const { t } = useTranslation(["lead", "ui"]);
  const [arena, setArena] = useState<Arena>(stepsIn(gathering).current?.arena ?? "CROSS");
  const [size, setSize] = useState(String(usualSize));
  const { run, isBusy, problem } = useLeaderAct(MakeGroupsDocument);
  const wrong = arena === "CROSS" && !within(limits.groupSize, Number(size));
  const { devices } = gathering.headCount;
  const submit = async () => {
    const wanted = { gatheringId: gathering.id, arena, size: wrong ? usualSize : Number(size) };
    if (!wrong && (await run(wanted))) onDone();
  };
  return (
    <ActForm act={t("maker.yes")} isBusy={isBusy} problem={problem} onSubmit={submit} onCancel={onDone}>
      <Choices
        label={t("maker.arena")}
        choices={ARENAS.map((value) => ({ value, label: t(`ui:arena.${value}`) }))}
        value={arena}
        onChoose={setArena}
      />
      {arena === "CROSS" && (
        <Field
          label={t("maker.size")}
          description={
            wrong ? undefined : t("maker.gives", { count: Math.ceil(devices / Number(size)), devices })
          }
          error={wrong ? t("maker.sizeWrong", limits.groupSize) : undefined}
          control={
            <input
              className={styles.number}
              inputMode="numeric"
              value={size}
              onChange={(event) => setSize(event.target.value)}
            />
          }
        />
      )}
      {arena === "UNIT" && <p>{t("maker.units")}</p>}
      {arena === "PLENARY" && <p>{t("maker.plenary")}</p>}
    </ActForm>
  );
}
