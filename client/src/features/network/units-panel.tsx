import { Button } from "../../ui/button.js";
import { AddUnitDocument, SetUnitKindDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Icon } from "../../ui/icons.js";
import { EMPTY_UNIT } from "../join/join-draft.js";
import { NewUnitFields } from "../join/new-unit-fields.js";
import { UnitKindField } from "../join/unit-kind-field.js";
import { byMunicipality } from "../join/unit-search.js";
import { KeptNotice } from "../keeping/kept-notice.js";
import { useKeptForm } from "../keeping/use-kept-form.js";
import { ActDialog } from "./act-dialog.js";
import type { NetworkHome } from "./network-home.js";
import styles from "./panels.module.css";
import { leads } from "./roles.js";
import { useNetworkAct } from "./use-network-act.js";

type Unit = NetworkHome["units"][number];

/** The network's units by municipality. */
export function UnitsPanel({ network, onChanged }: { network: NetworkHome; onChanged: () => void }) {
  const { t } = useTranslation("network");
  const [isAdding, setAdding] = useState(false);
  return (
    <section>
      <header className={styles.head}>
        <h2 className={styles.heading}>{t("units.title", { count: network.units.length })}</h2>
        {leads(network.viewerRole) && (
          <Button variant="secondary" data-size="sm" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {t("units.add")}
          </Button>
        )}
      </header>
      <div className={styles.places}>
        {byMunicipality(network.units).map(({ municipality, units }) => (
          <div key={municipality}>
            <h3 className={styles.place}>{municipality}</h3>
            <ul>
              {units.map((unit) => (
                <UnitRow key={unit.id} unit={unit} mayLead={leads(network.viewerRole)} />
              ))}
            </ul>
          </div>
        ))}
      </div>
      {isAdding && <AddUnit networkId={network.id} onAdded={onChanged} onClose={() => setAdding(false)} />}
    </section>
  );
}

/** A unit and what sort of place it is, which those who lead can set right. */
function UnitRow({ unit, mayLead }: { unit: Unit; mayLead: boolean }) {
  const { t } = useTranslation(["network", "join"]);
  const [isSetting, setSetting] = useState(false);
  return (
    <li className={styles.unit}>
      <span>
        {unit.name}
        <span className={styles.about}>{t(`join:kinds.${unit.kind}`)}</span>
      </span>
      {mayLead && (
        <Button
          icon
          variant="tertiary"
          data-size="sm"
          aria-label={t("units.setKind", { name: unit.name })}
          title={t("units.setKind", { name: unit.name })}
          onClick={() => setSetting(true)}
        >
          <Icon name="pen" />
        </Button>
      )}
      {isSetting && <SetKind unit={unit} onClose={() => setSetting(false)} />}
    </li>
  );
}

function SetKind({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useTranslation("network");
  const { run, isBusy, problem } = useNetworkAct(SetUnitKindDocument);
  const [kind, setKind] = useState(unit.kind);
  const submit = async () => {
    if (await run({ unitId: unit.id, kind })) onClose();
  };
  return (
    <ActDialog
      open
      title={unit.name}
      act={t("save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <UnitKindField kind={kind} onChoose={setKind} />
      <p>{t("units.kindMeans")}</p>
    </ActDialog>
  );
}

interface AddUnitProps {
  networkId: string;
  onAdded: () => void;
  onClose: () => void;
}

function AddUnit({ networkId, onAdded, onClose }: AddUnitProps) {
  const { t } = useTranslation("network");
  const { run, isBusy, problem } = useNetworkAct(AddUnitDocument);
  const form = useKeptForm(`unit.${networkId}`, EMPTY_UNIT);
  const unit = form.value;
  const [tried, setTried] = useState(false);
  const missing = (text: string) => (tried && !text.trim() ? t("units.missing") : undefined);
  const submit = async () => {
    setTried(true);
    if (!unit.name.trim() || !unit.municipality.trim()) return;
    if (!(await run({ networkId, unit }))) return;
    form.clear();
    onAdded();
    onClose();
  };
  return (
    <ActDialog
      open
      title={t("units.add")}
      act={t("add")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <KeptNotice form={form} names={{}} />
      <NewUnitFields
        unit={unit}
        errors={{ unitName: missing(unit.name), municipality: missing(unit.municipality) }}
        onChange={form.set}
      />
    </ActDialog>
  );
}
