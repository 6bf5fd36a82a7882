import { limits, OpenRoundDocument, ProjectDocument, type VotePer } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Dialog } from "../../ui/dialog.js";
import { Field } from "../../ui/field.js";
import { KeptNotice } from "../keeping/kept-notice.js";
import { useKeptForm } from "../keeping/use-kept-form.js";
import { Choices } from "./choices.js";
import { ActForm } from "./act-form.js";
import { draftOf, roundDraftOf, roundOf, type RoundDraft, wrongsIn } from "./round-draft.js";
import { standingIdeas, useCards } from "./use-cards.js";
import { useLeaderAct } from "./use-leader-act.js";
import styles from "./forms.module.css";

interface RoundDialogProps {
  gathering: GatheringView;
  open: boolean;
  onClose: () => void;
}

/** Opens a vote over every idea that stands. */
export function RoundDialog({ gathering, open, onClose }: RoundDialogProps) {
  const { t } = useTranslation("lead");
  return (
    <Dialog open={open} onClose={onClose} title={t("round.title")}>
      <RoundForm gathering={gathering} onDone={onClose} />
    </Dialog>
  );
}

function RoundForm({ gathering, onDone }: { gathering: GatheringView; onDone: () => void }) {
  const { t } = useTranslation("lead");
  const planned = gathering.programme.find(({ id }) => id === gathering.currentItemId)?.vote;
  const form = useKeptForm(roundDraftOf(gathering), draftOf(t("round.usualTitle"), planned));
  const { open, isBusy, problem } = useOpen(gathering.id);
  const count = useCandidates(gathering);
  const submit = async () => {
    if (form.clashes.length > 0 || Object.values(wrongsIn(form.value)).includes(true)) return;
    if (!(await open(roundOf(form.value)))) return;
    form.clear();
    onDone();
  };
  return (
    <ActForm act={t("vote.open")} isBusy={isBusy} problem={problem} onSubmit={submit} onCancel={onDone}>
      <KeptNotice form={form} names={{ title: t("round.question") }} />
      <p>{t("round.ideas", { count })}</p>
      <RoundFields draft={form.value} onChange={form.set} />
    </ActForm>
  );
}

/** How many ideas the vote is over: those in the plenary, or all that stand where none was sent there. */
function useCandidates({ id, plenaryIdeas }: GatheringView): number {
  const all = standingIdeas(useCards(id, "IDEA", "") ?? []);
  const sent = plenaryIdeas.filter(({ mergedIntoId }) => mergedIntoId === null);
  return sent.length > 0 ? sent.length : all.length;
}

interface RoundFieldsProps {
  draft: RoundDraft;
  onChange: (draft: RoundDraft) => void;
}

function RoundFields({ draft, onChange }: RoundFieldsProps) {
  const { t } = useTranslation("lead");
  const wrongs = wrongsIn(draft);
  return (
    <>
      <Field
        label={t("round.question")}
        error={wrongs.title ? t("round.questionWrong") : undefined}
        control={
          <input
            maxLength={limits.roundTitle}
            value={draft.title}
            onChange={(event) => onChange({ ...draft, title: event.target.value })}
          />
        }
      />
      <div className={styles.two}>
        <NumberField
          label={t("round.budget")}
          value={draft.budget}
          error={wrongs.budget ? t("round.budgetWrong", limits.budget) : undefined}
          onChange={(budget) => onChange({ ...draft, budget })}
        />
        <NumberField
          label={t("round.most")}
          value={draft.most}
          error={wrongs.most ? t("round.mostWrong") : undefined}
          onChange={(most) => onChange({ ...draft, most })}
        />
      </div>
      <PerChoices per={draft.per} onChoose={(per) => onChange({ ...draft, per })} />
    </>
  );
}

function PerChoices({ per, onChoose }: { per: VotePer; onChoose: (per: VotePer) => void }) {
  const { t } = useTranslation("gather");
  const choices = (["PERSON", "UNIT"] as const).map((value) => ({ value, label: t(`per.${value}`) }));
  return <Choices label={t("per.label")} choices={choices} value={per} isBusy={false} onChoose={onChoose} />;
}

interface NumberFieldProps {
  label: string;
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

function NumberField({ label, value, error, onChange }: NumberFieldProps) {
  return (
    <Field
      label={label}
      {...(error ? { error } : {})}
      control={
        <input
          className={styles.number}
          inputMode="numeric"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      }
    />
  );
}

/** Opens the round and turns the projector to it; the server takes the newest round that can be shown. */
function useOpen(gatheringId: string) {
  const round = useLeaderAct(OpenRoundDocument);
  const project = useLeaderAct(ProjectDocument);
  const open = async (wish: ReturnType<typeof roundOf>) => {
    const opened = await round.run({ gatheringId, ...wish });
    if (opened) await project.run({ gatheringId, view: "VOTE" });
    return opened;
  };
  return { open, isBusy: round.isBusy || project.isBusy, problem: round.problem };
}
