import { limits } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Field } from "../../ui/field.js";
import { useFirstFocus } from "../../ui/use-first-focus.js";
import type { JoinDraft, JoinErrors } from "./join-draft.js";
import { UnitKindField } from "./unit-kind-field.js";

type NewUnit = NonNullable<JoinDraft["newUnit"]>;

interface NewUnitFieldsProps {
  unit: NewUnit;
  errors: JoinErrors;
  onChange: (unit: NewUnit) => void;
}

/** A unit that the network does not know yet. */
export function NewUnitFields({ unit, errors, onChange }: NewUnitFieldsProps) {
  const { t } = useTranslation("join");
  const first = useFirstFocus<HTMLInputElement>();
  return (
    <>
      <Field
        label={t("unitName")}
        error={errors.unitName}
        control={
          <input
            value={unit.name}
            maxLength={limits.unitName}
            onChange={(event) => onChange({ ...unit, name: event.target.value })}
            ref={first}
          />
        }
      />
      <Field
        label={t("municipality")}
        error={errors.municipality}
        control={
          <input
            value={unit.municipality}
            maxLength={limits.municipality}
            onChange={(event) => onChange({ ...unit, municipality: event.target.value })}
          />
        }
      />
      <UnitKindField kind={unit.kind} onChoose={(kind) => onChange({ ...unit, kind })} />
    </>
  );
}
