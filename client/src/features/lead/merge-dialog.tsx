import { Button } from "../../ui/button.js";
import { limits, MergeIdeasDocument, UnmergeIdeaDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { langOf } from "../../i18n/written-language.js";
import { Dialog } from "../../ui/dialog.js";
import { Field } from "../../ui/field.js";
import { EmptyState, ErrorState, LoadingState } from "../../ui/states.js";
import { useOfferUndo } from "../habits/undo.js";
import { ActButton } from "./act-button.js";
import { Problem } from "./problem.js";
import { type GatheringCard, signatureOf, standingIdeas, useFetchedCards } from "./use-cards.js";
import { useLeaderAct } from "./use-leader-act.js";
import forms from "./forms.module.css";
import styles from "./rows.module.css";

interface MergeDialogProps {
  gatheringId: string;
  open: boolean;
  onClose: () => void;
}

/** Makes one of ideas that say the same, over all boards; each keeps its words and its trail. */
export function MergeDialog({ gatheringId, open, onClose }: MergeDialogProps) {
  const { t } = useTranslation("lead");
  return (
    <Dialog open={open} onClose={onClose} title={t("merge.title")}>
      <MergeForm gatheringId={gatheringId} onDone={onClose} />
    </Dialog>
  );
}

function MergeForm({ gatheringId, onDone }: { gatheringId: string; onDone: () => void }) {
  const { t } = useTranslation("lead");
  const [merged, setMerged] = useState(0);
  const { cards, isFailed, again } = useFetchedCards(gatheringId, "IDEA", merged);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [intoId, setInto] = useState<string | null>(null);
  const { run, isBusy, problem } = useLeaderAct(MergeIdeasDocument);
  const { run: unmerge } = useLeaderAct(UnmergeIdeaDocument);
  const offerUndo = useOfferUndo();
  if (isFailed) return <ErrorState onRetry={again} />;
  if (!cards) return <LoadingState />;
  const ideas = standingIdeas(cards);
  if (ideas.length < 2) return <EmptyState icon="idea" title={t("merge.none")} />;

  const into = chosen.find((id) => id === intoId) ?? chosen[0];
  const merge = async () => {
    const fromIds = chosen.filter((id) => id !== into);
    if (!into || !(await run({ intoId: into, fromIds }))) return;
    const undo = () => everyInTurn(fromIds, (contributionId) => unmerge({ contributionId }));
    offerUndo({ words: t("merge.merged", { count: fromIds.length }), undo });
    setChosen([]);
    setMerged(merged + 1);
  };
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  const ready = chosen.length >= 2 && chosen.length - 1 <= limits.mergedAtOnce.max;
  return (
    <div className={forms.form}>
      <p>{t("merge.body")}</p>
      <IdeaChecks ideas={ideas} chosen={chosen} onToggle={toggle} />
      {chosen.length >= 2 && (
        <Field
          label={t("merge.into")}
          control={
            <select value={into} onChange={(event) => setInto(event.target.value)}>
              {ideas
                .filter(({ id }) => chosen.includes(id))
                .map(({ id, body, language }) => (
                  <option key={id} value={id} lang={langOf(language)}>
                    {body}
                  </option>
                ))}
            </select>
          }
        />
      )}
      <Problem text={problem} />
      <div className={forms.buttons}>
        <ActButton isBusy={isBusy} disabled={!ready} onPress={() => void merge()}>
          {t("merge.yes", { count: chosen.length })}
        </ActButton>
        <Button variant="tertiary" onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}

/** One after the other: the same act is done once at a time. */
async function everyInTurn(ids: readonly string[], act: (id: string) => Promise<boolean>): Promise<boolean> {
  let isDone = true;
  for (const id of ids) isDone = (await act(id)) && isDone;
  return isDone;
}

interface IdeaChecksProps {
  ideas: readonly GatheringCard[];
  chosen: readonly string[];
  onToggle: (id: string) => void;
}

function IdeaChecks({ ideas, chosen, onToggle }: IdeaChecksProps) {
  return (
    <ul className={styles.scroll}>
      {ideas.map((idea) => (
        <li key={idea.id}>
          <label className={forms.check}>
            <input type="checkbox" checked={chosen.includes(idea.id)} onChange={() => onToggle(idea.id)} />
            <span>
              <span lang={langOf(idea.language)}>{idea.body}</span>
              <span className={styles.more}>{signatureOf(idea)}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
