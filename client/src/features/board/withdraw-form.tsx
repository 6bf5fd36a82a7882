import { Button } from "../../ui/button.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { useOutbox } from "../../live/index.js";
import { useOfferUndo } from "../habits/undo.js";
import type { BoardCard } from "./board-card.js";
import { useBoardContext } from "./board-context.js";
import { postAgain } from "./resend.js";
import { FormButtons } from "./form-buttons.js";
import { QuotedCard } from "./quoted-card.js";

/** Asks once more before a card disappears for everyone. */
export function WithdrawForm({ card, onDone }: { card: BoardCard; onDone: () => void }) {
  const { t } = useTranslation("board");
  const { boardId } = useBoardContext();
  const { outbox } = useOutbox();
  const offerUndo = useOfferUndo();
  const { t: habit } = useTranslation("habits");
  const withdraw = () => {
    const itemId = outbox.send("WithdrawContribution", { contributionId: card.id }, boardId);
    onDone();
    const undo = () => {
      // What has reached the server is gone for good, also there: the words are posted anew.
      if (!outbox.takeBackWaiting(itemId)) postAgain(card, boardId, outbox);
      return Promise.resolve(true);
    };
    offerUndo({ words: habit("undo.withdrawn"), undo });
  };
  return (
    <>
      <QuotedCard card={card} />
      <p>{t("withdraw.body")}</p>
      <FormButtons>
        <Button data-color="brand1" onClick={withdraw}>
          {t("withdraw.yes")}
        </Button>
        <Button variant="tertiary" onClick={onDone}>
          {t("withdraw.no")}
        </Button>
      </FormButtons>
    </>
  );
}
