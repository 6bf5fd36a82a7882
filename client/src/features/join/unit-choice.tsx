import { Button } from "../../ui/button.js";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { type Door, EMPTY_UNIT, type JoinDraft, type JoinErrors } from "./join-draft.js";
import { NewUnitFields } from "./new-unit-fields.js";
import { byMunicipality, unitsLike } from "./unit-search.js";
import styles from "./unit-choice.module.css";

/** More units than this get a field to search in. */
const SEARCHABLE = 8;

interface UnitChoiceProps {
  units: Door["units"];
  draft: JoinDraft;
  errors: JoinErrors;
  onChange: (part: Partial<JoinDraft>) => void;
}

/** One tap on the list, or a unit that is not on it yet. */
export function UnitChoice({ units, draft, errors, onChange }: UnitChoiceProps) {
  const { t } = useTranslation("join");
  const { newUnit } = draft;
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{t("unit")}</legend>
      {newUnit ? (
        <NewUnitFields unit={newUnit} errors={errors} onChange={(unit) => onChange({ newUnit: unit })} />
      ) : (
        <UnitList
          units={units}
          chosen={draft.unitId}
          error={errors.unit}
          onChoose={(unitId) => onChange({ unitId })}
        />
      )}
      <Button variant="tertiary" onClick={() => onChange({ newUnit: newUnit ? null : EMPTY_UNIT })}>
        {newUnit ? t("pickUnit") : t("newUnit")}
      </Button>
    </fieldset>
  );
}

interface UnitListProps {
  units: Door["units"];
  chosen: string | null;
  error?: string;
  onChoose: (id: string) => void;
}

function UnitList({ units, chosen, error, onChoose }: UnitListProps) {
  const { t } = useTranslation("join");
  const [words, setWords] = useState("");
  const found = unitsLike(units, words);
  return (
    <>
      {units.length > SEARCHABLE && (
        <input
          type="search"
          className="ds-input"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          aria-label={t("search")}
          placeholder={t("search")}
          enterKeyHint="search"
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        />
      )}
      <div className={styles.list} data-wrong={error ? true : undefined}>
        {byMunicipality(found).map((place) => (
          <div key={place.municipality} className={styles.group} role="group" aria-label={place.municipality}>
            <p className={styles.place} aria-hidden="true">
              {place.municipality}
            </p>
            {place.units.map((unit) => (
              <label key={unit.id} className={styles.unit}>
                <input
                  type="radio"
                  name="unit"
                  checked={chosen === unit.id}
                  onChange={() => onChoose(unit.id)}
                  data-wrong={error ? true : undefined}
                  aria-describedby={error ? "unit-error" : undefined}
                />
                {unit.name}
              </label>
            ))}
          </div>
        ))}
        {found.length === 0 && <p className={styles.none}>{t("noUnits", { words })}</p>}
      </div>
      <p id="unit-error" className={styles.error} aria-live="polite">
        {error}
      </p>
    </>
  );
}
