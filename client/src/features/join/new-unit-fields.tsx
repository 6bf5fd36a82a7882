import { limits, type UnitKind } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Field } from "../../ui/field.js";
import { useFirstFocus } from "../../ui/use-first-focus.js";
import type { JoinDraft, JoinErrors } from "./join-draft.js";

type NewUnit = NonNullable<JoinDraft["newUnit"]>;

const KINDS: UnitKind[] = [
  "SCHOOL",
  "PRIMARY_SCHOOL",
  "LOWER_SECONDARY_SCHOOL",
  "UPPER_SECONDARY_SCHOOL",
  "KINDERGARTEN",
  "AFTER_SCHOOL",
  "MUNICIPAL_SERVICE",
  "SCHOOL_OWNER",
  "UNIVERSITY",
  "OTHER",
];

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
      <Field
        label={t("unitKind")}
        control={
          <select
            value={unit.kind}
            onChange={(event) => onChange({ ...unit, kind: kindOf(event.target.value) })}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </select>
        }
      />
    </>
  );
}

function kindOf(value: string): UnitKind {
  return KINDS.find((kind) => kind === value) ?? "OTHER";
}
