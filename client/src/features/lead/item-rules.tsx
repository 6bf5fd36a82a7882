import type { VotePer } from "@ordskifte/schema";
import { limits } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Field } from "../../ui/field.js";
import { Choices } from "./choices.js";
import { dividedSum, type ItemDraft, type PhaseDraft, usualVote, type Wrongs } from "./item-draft.js";
import styles from "./forms.module.css";

export interface RuleProps {
  draft: ItemDraft;
  set: (change: Partial<ItemDraft>) => void;
}

const PHASES = ["individual", "group", "plenary"] as const satisfies readonly (keyof PhaseDraft)[];

/** Alone, in the group, together: how the minutes are divided, where they are. */
export function PhaseFields({ draft, set, wrongs }: RuleProps & { wrongs: Wrongs | null }) {
  const { t } = useTranslation("lead");
  const { phases, minutes } = draft;
  return (
    <fieldset className={styles.group}>
      <legend>{t("item.phases.label")}</legend>
      <div className={styles.three}>
        {PHASES.map((phase) => (
          <Field
            key={phase}
            label={t(`item.phases.${phase}`)}
            control={
              <input
                inputMode="numeric"
                value={phases[phase]}
                onChange={({ target }) => set({ phases: { ...phases, [phase]: target.value } })}
              />
            }
          />
        ))}
      </div>
      <p className={styles.note} role="status">
        {wrongs?.phases
          ? t("item.phases.wrong", { sum: dividedSum(phases), minutes })
          : t("item.phases.help")}
      </p>
    </fieldset>
  );
}

/** Together or at home, and the day or time that goes with it. */
export function PlaceFields({ draft, set }: RuleProps) {
  const { t } = useTranslation("lead");
  return (
    <div className={styles.two}>
      <Choices
        label={t("item.place.label")}
        choices={[
          { value: "together", label: t("item.place.together") },
          { value: "home", label: t("item.place.home") },
        ]}
        value={draft.atHome ? "home" : "together"}
        onChoose={(place) => set({ atHome: place === "home" })}
      />
      <Field
        label={t(draft.atHome ? "item.dueAt" : "item.startsAt")}
        control={
          <input
            type="datetime-local"
            value={draft.atHome ? draft.dueAt : draft.startsAt}
            onChange={({ target }) =>
              set(draft.atHome ? { dueAt: target.value } : { startsAt: target.value })
            }
          />
        }
      />
    </div>
  );
}

/** Whether cards may be challenged. */
export function CritiqueChoice({ draft, set }: RuleProps) {
  const { t } = useTranslation("lead");
  return (
    <Choices
      label={t("item.critique.label")}
      choices={[
        { value: "on", label: t("item.critique.on") },
        { value: "off", label: t("item.critique.off") },
      ]}
      value={draft.critique ? "on" : "off"}
      onChoose={(critique) => set({ critique: critique === "on" })}
    />
  );
}

/** How a round that is opened here is to be voted. */
export function VoteFields({ draft, set, wrongs }: RuleProps & { wrongs: Wrongs | null }) {
  const { t } = useTranslation("lead");
  const { vote } = draft;
  return (
    <fieldset className={styles.group}>
      <legend>{t("item.vote.label")}</legend>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={vote !== null}
          onChange={({ target }) => set({ vote: target.checked ? usualVote : null })}
        />
        {t("item.vote.here")}
      </label>
      {vote && (
        <div className={styles.three}>
          <Field
            label={t("round.budget")}
            error={wrongs?.vote ? t("round.budgetWrong", limits.budget) : undefined}
            control={
              <input
                inputMode="numeric"
                value={vote.budget}
                onChange={({ target }) => set({ vote: { ...vote, budget: target.value } })}
              />
            }
          />
          <Field
            label={t("round.most")}
            error={wrongs?.vote ? t("round.mostWrong") : undefined}
            control={
              <input
                inputMode="numeric"
                value={vote.maxPerIdea}
                onChange={({ target }) => set({ vote: { ...vote, maxPerIdea: target.value } })}
              />
            }
          />
          <Choices<VotePer>
            label={t("item.vote.per")}
            choices={[
              { value: "PERSON", label: t("item.vote.PERSON") },
              { value: "UNIT", label: t("item.vote.UNIT") },
            ]}
            value={vote.per}
            onChoose={(per) => set({ vote: { ...vote, per } })}
          />
        </div>
      )}
    </fieldset>
  );
}
