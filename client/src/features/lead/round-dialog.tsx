import { Button } from "../../ui/button.js";
import { limits, OpenRoundDocument, ProjectDocument, type VotePer, within } from "@ordskifte/schema";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Dialog } from "../../ui/dialog.js";
import { Field } from "../../ui/field.js";
import { Choices } from "./choices.js";
import { ActButton } from "./act-button.js";
import { Problem } from "./problem.js";
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
  const { t } = useTranslation(["lead", "gather"]);
  const all = standingIdeas(useCards(gathering.id, "IDEA", "") ?? []);
  const sent = gathering.plenaryIdeas.filter(({ mergedIntoId }) => mergedIntoId === null);
  const ideas = sent.length > 0 ? sent : all;
  const [title, setTitle] = useState(t("round.usualTitle"));
  const planned = gathering.programme.find(({ id }) => id === gathering.currentItemId)?.vote;
  const [budget, setBudget] = useState(String(planned?.budget ?? 3));
  const [most, setMost] = useState(String(planned?.maxPerIdea ?? 2));
  const [per, setPer] = useState<VotePer>(planned?.per ?? "PERSON");
  const { open, isBusy, problem } = useOpen(gathering.id);
  const wrongBudget = !within(limits.budget, Number(budget));
  const wrongMost = !within({ min: 1, max: Number(budget) }, Number(most));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (wrongBudget || wrongMost || title.trim() === "") return;
    if (await open({ title: title.trim(), budget: Number(budget), maxPerIdea: Number(most), per })) onDone();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <p>{t("round.ideas", { count: ideas.length })}</p>
      <Field
        label={t("round.question")}
        error={title.trim() === "" ? t("round.questionWrong") : undefined}
        control={
          <input
            maxLength={limits.roundTitle}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        }
      />
      <div className={styles.two}>
        <NumberField
          label={t("round.budget")}
          value={budget}
          error={wrongBudget ? t("round.budgetWrong", limits.budget) : undefined}
          onChange={setBudget}
        />
        <NumberField
          label={t("round.most")}
          value={most}
          error={wrongMost ? t("round.mostWrong") : undefined}
          onChange={setMost}
        />
      </div>
      <Choices
        label={t("gather:per.label")}
        choices={[
          { value: "PERSON", label: t("gather:per.PERSON") },
          { value: "UNIT", label: t("gather:per.UNIT") },
        ]}
        value={per}
        isBusy={false}
        onChoose={setPer}
      />
      <Problem text={problem} />
      <div className={styles.buttons}>
        <ActButton type="submit" isBusy={isBusy} onPress={() => undefined}>
          {t("vote.open")}
        </ActButton>
        <Button type="button" variant="tertiary" onClick={onDone}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
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

interface RoundWish {
  title: string;
  budget: number;
  maxPerIdea: number;
  per: VotePer;
}

/** Opens the round and turns the projector to it; the server takes the newest round that can be shown. */
function useOpen(gatheringId: string) {
  const round = useLeaderAct(OpenRoundDocument);
  const project = useLeaderAct(ProjectDocument);
  const open = async (wish: RoundWish) => {
    const opened = await round.run({ gatheringId, ...wish });
    if (opened) await project.run({ gatheringId, view: "VOTE" });
    return opened;
  };
  return { open, isBusy: round.isBusy || project.isBusy, problem: round.problem };
}
