import { Button } from "../../ui/button.js";
import { AddUnitDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Icon } from "../../ui/icons.js";
import { EMPTY_UNIT } from "../join/join-draft.js";
import { NewUnitFields } from "../join/new-unit-fields.js";
import { byMunicipality } from "../join/unit-search.js";
import { ActDialog } from "./act-dialog.js";
import type { NetworkHome } from "./network-home.js";
import styles from "./panels.module.css";
import { leads } from "./roles.js";
import { useNetworkAct } from "./use-network-act.js";

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
              {units.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {isAdding && <AddUnit networkId={network.id} onAdded={onChanged} onClose={() => setAdding(false)} />}
    </section>
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
  const [unit, setUnit] = useState(EMPTY_UNIT);
  const [tried, setTried] = useState(false);
  const missing = (text: string) => (tried && !text.trim() ? t("units.missing") : undefined);
  const submit = async () => {
    setTried(true);
    if (!unit.name.trim() || !unit.municipality.trim()) return;
    if (!(await run({ networkId, unit }))) return;
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
      <NewUnitFields
        unit={unit}
        errors={{ unitName: missing(unit.name), municipality: missing(unit.municipality) }}
        onChange={setUnit}
      />
    </ActDialog>
  );
}
