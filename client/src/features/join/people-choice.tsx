import { Button } from "../../ui/button.js";
import { limits } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Field } from "../../ui/field.js";
import { useFirstFocus } from "../../ui/use-first-focus.js";

interface PeopleChoiceProps {
  people: number;
  error?: string;
  onChange: (people: number) => void;
}

/** Most are alone at their phone; a table with one laptop says how many they are. */
export function PeopleChoice({ people, error, onChange }: PeopleChoiceProps) {
  const { t } = useTranslation("join");
  const [several, setSeveral] = useState(people > 1);
  const change = (now: boolean) => {
    setSeveral(now);
    onChange(now ? 2 : 1);
  };
  return (
    <div>
      {several && <PeopleField people={people} error={error} onChange={onChange} />}
      <Button variant="tertiary" onClick={() => change(!several)}>
        {several ? t("alone") : t("together")}
      </Button>
    </div>
  );
}

function PeopleField({ people, error, onChange }: PeopleChoiceProps) {
  const { t } = useTranslation("join");
  const first = useFirstFocus<HTMLInputElement>();
  return (
    <Field
      label={t("people")}
      error={error}
      control={
        <input
          ref={first}
          type="number"
          inputMode="numeric"
          min={limits.peopleAtDevice.min}
          max={limits.peopleAtDevice.max}
          value={people || ""}
          onChange={(event) => onChange(Number(event.target.value))}
        />
      }
    />
  );
}
