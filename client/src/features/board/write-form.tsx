import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useLanguage } from "../../i18n/use-language.js";
import { useDraft, useOutbox } from "../../live/index.js";
import { answersFor } from "./author-answer.js";
import { useBoardContext, useCards, type Task } from "./board-context.js";
import { QuotedCard } from "./quoted-card.js";
import { WordsForm } from "./words-form.js";
import { formWordsOf, hasTitle, inputOf, isFormWords, noWords, type FormWords } from "./words.js";
import styles from "./words-form.module.css";

type WriteTask = Extract<Task, { kind: "write" }>;

/** What is being written, and the item it began in: late writes are kept under it. */
interface WriteDraft {
  readonly words: FormWords;
  readonly itemId: string | null;
}

function isWriteDraft(value: unknown): value is WriteDraft {
  if (typeof value !== "object" || value === null || !("words" in value) || !("itemId" in value))
    return false;
  return isFormWords(value.words) && (value.itemId === null || typeof value.itemId === "string");
}

export function WriteForm({ task, onDone }: { task: WriteTask; onDone: () => void }) {
  const { t } = useTranslation("board");
  const { boardId, leave } = useBoardContext();
  const cards = useCards();
  const { outbox } = useOutbox();
  const draft = useWriteDraft(task);
  const { words } = draft.value;
  const send = useSend(task);
  const mayAnswerForAuthor = task.what === "ANSWER" && answersFor(task.to, cards, leave.participant);
  const change = (next: FormWords) =>
    draft.set({ words: next, itemId: draft.value.itemId ?? leave.item?.id ?? null });
  const submit = () => {
    send(boardId, draft.value);
    draft.clear(outbox.stored());
    onDone();
  };
  const submitPoints = (points: readonly string[]) => {
    for (const body of points) send(boardId, { ...draft.value, words: { ...words, body } });
    draft.clear(outbox.stored());
    onDone();
  };
  const takesPoints = !hasTitle(task.what) && task.to === null;
  return (
    <WordsForm
      kind={task.what}
      words={words}
      isKept={draft.isKept}
      onChange={change}
      submitLabel={task.what === "TAKEAWAY" ? t("takeHome.yes") : t("form.send")}
      onSubmit={submit}
      onCancel={onDone}
      onPoints={takesPoints ? submitPoints : undefined}
    >
      {task.to && <QuotedCard card={task.to} />}
      {mayAnswerForAuthor && (
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={words.fromAuthor}
            onChange={(event) => change({ ...words, fromAuthor: event.target.checked })}
          />
          {t("form.fromAuthor")}
        </label>
      )}
    </WordsForm>
  );
}

/** A card that was refused because of its item is tried under the one that is on now. */
function useWriteDraft({ what, to, resend }: WriteTask) {
  const { boardId, leave } = useBoardContext();
  const cards = useCards();
  const [empty] = useState<WriteDraft>(() => {
    if (resend) {
      const outOfPlace =
        resend.delivery?.kind === "refused" && resend.delivery.refusal.__typename === "KindNotInvited";
      return { words: formWordsOf(resend), itemId: outOfPlace ? null : resend.itemId };
    }
    const isAuthor = what === "ANSWER" && answersFor(to, cards, leave.participant);
    return { words: { ...noWords, fromAuthor: isAuthor }, itemId: null };
  });
  return useDraft(`${boardId}.${what}.${resend?.id ?? to?.id ?? ""}`, empty, isWriteDraft);
}

function useSend({ what, to, resend }: WriteTask): (boardId: string, draft: WriteDraft) => void {
  const { leave } = useBoardContext();
  const { outbox } = useOutbox();
  const language = useLanguage();
  return (boardId, { words, itemId }) => {
    if (resend?.delivery && resend.delivery.kind !== "saved") outbox.takeBack(resend.delivery.itemId);
    if (what === "TAKEAWAY") {
      outbox.send("TakeHome", { contributionId: to.id, ...inputOf(what, words, language) }, boardId);
      return;
    }
    const fromAuthor = what === "ANSWER" && words.fromAuthor;
    const rest = { toId: to?.id ?? null, itemId: itemId ?? leave.item?.id ?? null, fromAuthor };
    outbox.send(
      "PostContribution",
      { boardId, kind: what, ...inputOf(what, words, language), ...rest },
      boardId,
    );
  };
}
