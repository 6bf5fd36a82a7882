import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useLanguage } from "../../i18n/use-language.js";
import { useDraft, useOutbox } from "../../live/index.js";
import type { BoardCard } from "./board-card.js";
import { useBoardContext } from "./board-context.js";
import { WordsForm } from "./words-form.js";
import { formWordsOf, inputOf, isFormWords } from "./words.js";

/** Changes the words of an own card; its kind and what it was written to stay. */
export function EditForm({ card, onDone }: { card: BoardCard; onDone: () => void }) {
  const { t } = useTranslation("board");
  const language = useLanguage();
  const { boardId } = useBoardContext();
  const { outbox } = useOutbox();
  const [before] = useState(() => formWordsOf(card));
  const draft = useDraft(`${boardId}.edit.${card.id}`, before, isFormWords);
  const submit = () => {
    const { delivery } = card;
    // An earlier change that was not sent is replaced by this one.
    if (delivery && delivery.kind !== "saved") outbox.takeBack(delivery.itemId);
    const input = { contributionId: card.id, ...inputOf(card.kind, draft.value, language) };
    outbox.send("EditContribution", input, boardId);
    draft.clear(outbox.stored());
    onDone();
  };
  return (
    <WordsForm
      kind={card.kind}
      words={draft.value}
      isKept={draft.isKept}
      onChange={draft.set}
      submitLabel={t("form.save")}
      onSubmit={submit}
      onCancel={onDone}
    />
  );
}
