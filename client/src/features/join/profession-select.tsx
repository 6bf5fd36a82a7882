import type { Profession } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";

const PROFESSIONS: Profession[] = [
  "TEACHER",
  "LEADER",
  "ASSISTANT",
  "SPECIAL_EDUCATOR",
  "ADVISER",
  "ACADEMIC",
  "OTHER",
];

interface ProfessionSelectProps {
  profession: Profession | null;
  onChoose: (profession: Profession | null) => void;
  /** From the field around it. */
  id?: string;
  className?: string;
}

/** What somebody works as; saying nothing is the first choice. */
export function ProfessionSelect({ profession, onChoose, ...field }: ProfessionSelectProps) {
  const { t } = useTranslation("join");
  return (
    <select
      {...field}
      value={profession ?? ""}
      onChange={({ target }) => onChoose(PROFESSIONS.find((one) => one === target.value) ?? null)}
    >
      <option value="">{t("noProfession")}</option>
      {PROFESSIONS.map((one) => (
        <option key={one} value={one}>
          {t(`professions.${one}`)}
        </option>
      ))}
    </select>
  );
}
