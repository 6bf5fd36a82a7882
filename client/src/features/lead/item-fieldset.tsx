import { type ContributionKind, type ItemKind, limits } from "@ordskifte/schema";
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Field } from "../../ui/field.js";
import { Choices } from "./choices.js";
import type { ItemDraft, Wrongs } from "./item-draft.js";
import { CritiqueChoice, PhaseFields, PlaceFields, type RuleProps, VoteFields } from "./item-rules.js";
import styles from "./forms.module.css";

const KINDS: readonly ItemKind[] = [
  "WELCOME",
  "OWN_PRACTICE",
  "EXAMPLES",
  "THEORY",
  "EXCHANGE",
  "IDEAS",
  "VOTE",
  "TAKE_HOME",
  "NEW_PLANS",
  "REFLECTION",
  "BREAK",
  "CLOSING",
];
const CARDS: readonly ContributionKind[] = [
  "PRACTICE_EXAMPLE",
  "CHALLENGE",
  "ANSWER",
  "IDEA",
  "REFLECTION",
  "THEORY_INPUT",
  "TAKEAWAY",
];
const ARENAS = ["UNIT", "CROSS", "PLENARY"] as const;

interface ItemFieldsetProps {
  draft: ItemDraft;
  /** Null until the leader has tried to save. */
  wrongs: Wrongs | null;
  onChange: (draft: ItemDraft) => void;
}

/** Everything that can be said about an item. */
export function ItemFieldset({ draft, wrongs, onChange }: ItemFieldsetProps) {
  const set = (change: Partial<ItemDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <WordFields draft={draft} wrongs={wrongs} set={set} />
      <PhaseFields draft={draft} wrongs={wrongs} set={set} />
      <PlaceFields draft={draft} set={set} />
      <RuleFields draft={draft} set={set} />
      <CritiqueChoice draft={draft} set={set} />
      <InviteFields draft={draft} set={set} />
      <VoteFields draft={draft} wrongs={wrongs} set={set} />
    </>
  );
}

function WordFields({ draft, wrongs, set }: RuleProps & { wrongs: Wrongs | null }) {
  const { t } = useTranslation("lead");
  return (
    <>
      <Field
        label={t("item.title")}
        error={wrongs?.title ? t("item.titleWrong") : undefined}
        control={
          <input
            maxLength={limits.itemTitle}
            value={draft.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        }
      />
      <div className={styles.two}>
        <Field
          label={t("item.kindLabel")}
          control={
            <select value={draft.kind} onChange={(event) => set({ kind: kindOf(event.target.value) })}>
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`item.kind.${kind}`)}
                </option>
              ))}
            </select>
          }
        />
        <Field
          label={t("item.minutes")}
          error={wrongs?.minutes ? t("item.minutesWrong", limits.minutes) : undefined}
          control={
            <input
              className={styles.number}
              inputMode="numeric"
              value={draft.minutes}
              onChange={(event) => set({ minutes: event.target.value })}
            />
          }
        />
      </div>
      <Field
        label={t("item.instruction")}
        description={t("item.instructionHelp")}
        control={
          <textarea
            rows={3}
            maxLength={limits.instruction}
            value={draft.instruction}
            onChange={(event) => set({ instruction: event.target.value })}
          />
        }
      />
    </>
  );
}

function kindOf(value: string): ItemKind {
  return KINDS.find((kind) => kind === value) ?? "EXCHANGE";
}

function RuleFields({ draft, set }: RuleProps) {
  const { t } = useTranslation(["lead", "ui"]);
  return (
    <>
      <Choices
        label={t("item.arena")}
        choices={ARENAS.map((value) => ({ value, label: t(`ui:arena.${value}`) }))}
        value={draft.arena}
        onChoose={(arena) => set({ arena })}
      />
      <div className={styles.two}>
        <Choices
          label={t("item.writingLabel")}
          choices={[
            { value: "OPEN", label: t("item.writing.OPEN") },
            { value: "SILENT", label: t("item.writing.SILENT") },
          ]}
          value={draft.writing}
          onChoose={(writing) => set({ writing })}
        />
        <Choices
          label={t("item.namingLabel")}
          choices={[
            { value: "NAMED", label: t("item.naming.NAMED") },
            { value: "ANONYMOUS", label: t("item.naming.ANONYMOUS") },
          ]}
          value={draft.naming}
          onChoose={(naming) => set({ naming })}
        />
      </div>
    </>
  );
}

function InviteFields({ draft: { invites, critique }, set }: RuleProps): ReactNode {
  const { t } = useTranslation(["lead", "ui"]);
  const toggle = (kind: ContributionKind) =>
    set({ invites: invites.includes(kind) ? invites.filter((other) => other !== kind) : [...invites, kind] });
  return (
    <fieldset className={styles.checks}>
      <legend>{t("item.invites")}</legend>
      {CARDS.map((kind) => (
        <label key={kind} className={styles.check}>
          <input
            type="checkbox"
            disabled={kind === "CHALLENGE" && !critique}
            checked={invites.includes(kind) && (kind !== "CHALLENGE" || critique)}
            onChange={() => toggle(kind)}
          />
          {t(`ui:kind.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}
