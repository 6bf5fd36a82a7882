import { Button } from "../../ui/button.js";
import { useMemo } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Field } from "../../ui/field.js";
import { Fold } from "../../ui/fold.js";
import type { Contribution } from "../board/board-card.js";
import { choicesIn, type Choice } from "./filter-choices.js";
import { KindFilter } from "./kind-filter.js";
import { useRevisit } from "./revisit-context.js";
import { SearchForm } from "./search-form.js";
import { countFilters, isNarrowed, type Selection, SINGLE, type SingleFilter, widened } from "./selection.js";
import { useGroupName } from "./use-group-name.js";
import styles from "./filters.module.css";

interface FiltersProps {
  selection: Selection;
  all: readonly Contribution[];
  onChoose: (part: Partial<Selection>) => void;
}

/** Words, and filters that work together. On a phone the filters wait behind their heading. */
export function Filters({ selection, all, onChoose }: FiltersProps) {
  const { t } = useTranslation("revisit");
  const set = countFilters(selection);
  return (
    <search className={styles.filters}>
      <SearchForm key={selection.words} words={selection.words} onSearch={(words) => onChoose({ words })} />
      <div className={styles.folded}>
        <Fold summary={set > 0 ? t("filters.some", { count: set }) : t("filters.none")} open={set > 0}>
          <FilterFields selection={selection} all={all} onChoose={onChoose} />
        </Fold>
      </div>
      <div className={styles.open}>
        <FilterFields selection={selection} all={all} onChoose={onChoose} />
      </div>
      {isNarrowed(selection) && (
        <Button variant="tertiary" data-size="sm" onClick={() => onChoose(widened(selection))}>
          {t("filters.clear")}
        </Button>
      )}
    </search>
  );
}

function FilterFields({ selection, all, onChoose }: FiltersProps) {
  const { gathering } = useRevisit();
  const groupName = useGroupName(gathering);
  const choices = useMemo(() => choicesIn(all, gathering, groupName), [all, gathering, groupName]);
  return (
    <div className={styles.fields}>
      {SINGLE.filter((name) => name !== "theme" || selection.view === "written").map((name) => (
        <ChoiceField
          key={name}
          name={name}
          chosen={selection[name]}
          choices={choices[name]}
          onChoose={(value) => onChoose({ [name]: value })}
        />
      ))}
      {selection.view === "written" && (
        <KindFilter all={all} chosen={selection.kinds} onChoose={(kinds) => onChoose({ kinds })} />
      )}
    </div>
  );
}

interface ChoiceFieldProps {
  name: SingleFilter;
  chosen: string | null;
  choices: readonly Choice[];
  onChoose: (value: string | null) => void;
}

function ChoiceField({ name, chosen, choices, onChoose }: ChoiceFieldProps) {
  const { t } = useTranslation("revisit");
  if (choices.length === 0) return null;
  return (
    <Field
      label={t(`filters.${name}.label`)}
      control={
        <select value={chosen ?? ""} onChange={(event) => onChoose(event.target.value || null)}>
          <option value="">{t(`filters.${name}.all`)}</option>
          {choices.map(({ value, name: text, count }) => (
            <option key={value} value={value}>
              {t("filters.choice", { name: text, count })}
            </option>
          ))}
        </select>
      }
    />
  );
}
