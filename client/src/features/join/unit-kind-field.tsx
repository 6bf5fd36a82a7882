import type { UnitKind } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Field } from "../../ui/field.js";

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

/** What sort of place a unit is; of a school, its level. */
export function UnitKindField({ kind, onChoose }: { kind: UnitKind; onChoose: (kind: UnitKind) => void }) {
  const { t } = useTranslation("join");
  return (
    <Field
      label={t("unitKind")}
      control={
        <select value={kind} onChange={(event) => onChoose(kindOf(event.target.value))}>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`kinds.${one}`)}
            </option>
          ))}
        </select>
      }
    />
  );
}

function kindOf(value: string): UnitKind {
  return KINDS.find((kind) => kind === value) ?? "OTHER";
}
