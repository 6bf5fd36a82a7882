import { Button } from "../../ui/button.js";
import { HideContributionDocument, limits, RestoreContributionDocument } from "@ordskifte/schema";
import type { SubmitEvent } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { isText, useDraft } from "../../live/index.js";
import { Field } from "../../ui/field.js";
import { useOfferUndo } from "../habits/undo.js";
import type { BoardCard } from "./board-card.js";
import { FormButtons } from "./form-buttons.js";
import { QuotedCard } from "./quoted-card.js";
import { useBoardCommand } from "./use-board-command.js";

/** For leaders: hides a card, with a reason that its author gets to read. */
export function HideForm({ card, onDone }: { card: BoardCard; onDone: () => void }) {
  const { t } = useTranslation("board");
  const { value: reason, set: setReason, clear } = useDraft(`hide.${card.id}`, "", isText);
  const { run, problem, isBusy } = useBoardCommand(HideContributionDocument);
  const restore = useBoardCommand(RestoreContributionDocument);
  const offerUndo = useOfferUndo();
  const { t: habit } = useTranslation("habits");
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(await run({ contributionId: card.id, reason }))) return;
    clear();
    onDone();
    offerUndo({ words: habit("undo.hidden"), undo: () => restore.run({ contributionId: card.id }) });
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <QuotedCard card={card} />
      <p>{t("hide.body")}</p>
      <Field
        label={t("hide.reason")}
        error={problem ?? undefined}
        control={
          <textarea
            rows={3}
            required
            maxLength={limits.hideReason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        }
      />
      <FormButtons>
        <Button type="submit" disabled={isBusy}>
          {t("hide.yes")}
        </Button>
        <Button type="button" variant="tertiary" onClick={onDone}>
          {t("form.cancel")}
        </Button>
      </FormButtons>
    </form>
  );
}
