import { Button } from "../../ui/button.js";
import { limits, MergeIdeasDocument, UnmergeIdeaDocument } from "@ordskifte/schema";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { langOf } from "../../i18n/written-language.js";
import { withoutMarks } from "../../ui/marks.js";
import { useOfferUndo } from "../habits/undo.js";
import type { BoardCard } from "./board-card.js";
import { useCards } from "./board-context.js";
import { FormButtons } from "./form-buttons.js";
import { useBoardCommand } from "./use-board-command.js";
import styles from "./merge-form.module.css";

/** Ideas of this board that can live on in `into`. */
function candidatesFor(into: BoardCard, cards: ReadonlyMap<string, BoardCard>): BoardCard[] {
  return [...cards.values()].filter(
    ({ id, kind, mergedIntoId, onlyMe, isHidden, delivery }) =>
      kind === "IDEA" &&
      id !== into.id &&
      !mergedIntoId &&
      !onlyMe &&
      !isHidden &&
      (delivery?.kind ?? "saved") === "saved",
  );
}

/** Chooses the ideas that become one with `card`. */
export function MergeForm({ card, onDone }: { card: BoardCard; onDone: () => void }) {
  const { t } = useTranslation("board");
  const candidates = candidatesFor(card, useCards());
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { run, problem, isBusy } = useBoardCommand(MergeIdeasDocument);
  const unmerge = useBoardCommand(UnmergeIdeaDocument);
  const offerUndo = useOfferUndo();
  const { t: habit } = useTranslation("habits");
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(await run({ intoId: card.id, fromIds: [...chosen] }))) return;
    onDone();
    const undo = async () => {
      const parted = await Promise.all(chosen.map((contributionId) => unmerge.run({ contributionId })));
      return parted.every(Boolean);
    };
    offerUndo({ words: habit("undo.merged", { count: chosen.length }), undo });
  };
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  if (candidates.length === 0) return <p>{t("merge.none")}</p>;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <fieldset className={styles.ideas}>
        <legend>{t("merge.body")}</legend>
        <p className={styles.into} lang={langOf(card.language)}>
          {withoutMarks(card.body)}
        </p>
        {candidates.map((idea) => (
          <label key={idea.id} className={styles.idea}>
            <input type="checkbox" checked={chosen.includes(idea.id)} onChange={() => toggle(idea.id)} />
            <span lang={langOf(idea.language)}>{withoutMarks(idea.body)}</span>
          </label>
        ))}
      </fieldset>
      {problem && <p role="alert">{problem}</p>}
      <FormButtons>
        <Button
          type="submit"
          disabled={isBusy || chosen.length === 0 || chosen.length > limits.mergedAtOnce.max}
        >
          {t("merge.yes")}
        </Button>
        <Button type="button" variant="tertiary" onClick={onDone}>
          {t("form.cancel")}
        </Button>
      </FormButtons>
    </form>
  );
}
