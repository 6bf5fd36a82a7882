import { useState } from "react";
import { Button } from "../../ui/button.js";
import {
  RestoreContributionDocument,
  SendToPlenaryDocument,
  TakeFromPlenaryDocument,
  UnmergeIdeaDocument,
} from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { useOutbox } from "../../live/index.js";
import { useAnnounce } from "../../ui/announcer.js";
import { mayMark } from "./author-answer.js";
import type { BoardCard } from "./board-card.js";
import { nameOf, placeOf, useBoardContext, useCards } from "./board-context.js";
import { useBoardCommand } from "./use-board-command.js";
import styles from "./card-actions.module.css";

interface Action {
  readonly words: string;
  readonly act: () => void;
}

/** The rarer things: change and withdraw one's own, mark an answer, link, and what leaders do. */
export default function MoreActions({ card }: { card: BoardCard }) {
  const { t } = useTranslation("board");
  const restore = useBoardCommand(RestoreContributionDocument);
  const unmerge = useBoardCommand(UnmergeIdeaDocument);
  const ofCard = { contributionId: card.id };
  const leaders = useLeaderActions(card, () => void restore.run(ofCard));
  const ideas = useIdeaActions(card, () => void unmerge.run(ofCard));
  const plenary = usePlenaryAction(card);
  const copy = useCopyLink(card);
  const actions = [
    ...useOwnActions(card),
    ...useAnswerActions(card),
    ...ideas,
    ...plenary.actions,
    ...leaders,
    copy.action,
  ];
  const problem = restore.problem ?? unmerge.problem ?? plenary.problem;
  return (
    <div className={styles.all}>
      {actions.map(({ words, act }) => (
        <Button
          key={words}
          data-size="sm"
          variant="tertiary"
          onClick={act}
          aria-label={t("action.named", { action: words, card: nameOf(card) })}
        >
          {words}
        </Button>
      ))}
      {copy.told && <p className={styles.told}>{copy.told}</p>}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function useOwnActions(card: BoardCard): Action[] {
  const { t } = useTranslation("board");
  const { begin, leave } = useBoardContext();
  if (!card.isMine || (leave.closed !== null && leave.closed !== "notSeated")) return [];
  return [
    { words: t("action.edit"), act: () => begin({ kind: "edit", card }) },
    { words: t("action.withdraw"), act: () => begin({ kind: "withdraw", card }) },
  ];
}

function useAnswerActions(card: BoardCard): Action[] {
  const { t } = useTranslation("board");
  const { leave, boardId } = useBoardContext();
  const cards = useCards();
  const { outbox } = useOutbox();
  if (!mayMark(card, cards, leave.participant)) return [];
  const input = { contributionId: card.id, fromAuthor: !card.fromAuthor };
  const words = t(card.fromAuthor ? "action.unmarkAuthor" : "action.markAuthor");
  return [{ words, act: () => void outbox.send("MarkAnswer", input, boardId) }];
}

function useIdeaActions(card: BoardCard, unmerge: () => void): Action[] {
  const { t } = useTranslation("board");
  const { begin, leave } = useBoardContext();
  if (card.kind !== "IDEA" || leave.closed !== null || card.onlyMe || card.isHidden) return [];
  if (card.mergedIntoId) return [{ words: t("action.unmerge"), act: unmerge }];
  return [{ words: t("action.merge"), act: () => begin({ kind: "merge", card }) }];
}

/** An idea goes to the plenary, or comes back. */
function usePlenaryAction(card: BoardCard): { actions: Action[]; problem: string | null } {
  const { t } = useTranslation("board");
  const { leave, plenary } = useBoardContext();
  const send = useBoardCommand(SendToPlenaryDocument);
  const take = useBoardCommand(TakeFromPlenaryDocument);
  const problem = send.problem ?? take.problem;
  if (card.kind !== "IDEA" || leave.closed !== null || card.onlyMe || card.isHidden || card.mergedIntoId)
    return { actions: [], problem };
  const isSent = plenary.has(card.id);
  const { run } = isSent ? take : send;
  const act = () => void run({ contributionId: card.id });
  return { actions: [{ words: t(isSent ? "plenary.takeBack" : "plenary.send"), act }], problem };
}

function useLeaderActions(card: BoardCard, restore: () => void): Action[] {
  const { t } = useTranslation("board");
  const { begin, leave } = useBoardContext();
  if (!leave.mayLead || card.onlyMe) return [];
  if (card.isHidden) return [{ words: t("action.restore"), act: restore }];
  return [{ words: t("action.hide"), act: () => begin({ kind: "hide", card }) }];
}

/** Copies the card's address, and says where it is: to the eye as long as the panel is open, and once to the ear. */
function useCopyLink(card: BoardCard): { action: Action; told: string | null } {
  const { t } = useTranslation("board");
  const { gatheringId, boardId } = useBoardContext();
  const announce = useAnnounce();
  const [told, setTold] = useState<string | null>(null);
  const path = `/g/${gatheringId}/b/${boardId}#${placeOf(card.id)}`;
  const act = async () => {
    const copied = await toClipboard(location.origin + path);
    if (!copied) history.replaceState(history.state, "", path);
    const words = t(copied ? "copied" : "copiedInAddress");
    announce(words);
    setTold(words);
  };
  return { action: { words: t("action.copy"), act: () => void act() }, told };
}

/** False where the browser has no clipboard for us, as on a page over plain HTTP. */
async function toClipboard(text: string): Promise<boolean> {
  if (!("clipboard" in navigator)) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
