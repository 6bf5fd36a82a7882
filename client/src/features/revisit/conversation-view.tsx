import { memo } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Fold } from "../../ui/fold.js";
import { Thread } from "../../ui/thread.js";
import type { BoardCard } from "../board/board-card.js";
import { CardView } from "./card-view.js";
import type { Conversation } from "./conversation.js";
import styles from "./conversation-view.module.css";

/** A card that stands for itself, with what was said to it. */
export const ConversationView = memo(function ConversationView({
  conversation: { thread, hits },
}: {
  conversation: Conversation;
}) {
  const { t } = useTranslation("revisit");
  const view = (card: BoardCard, isReply = true) => (
    <CardView card={card} isReply={isReply} isHit={hits.has(card.id)} />
  );
  const root = view(thread.card, false);
  const branches = thread.branches.map(({ card, replies }) => ({
    key: card.id,
    challenge: view(card),
    answers: replies.map((reply) => ({ key: reply.id, card: view(reply) })),
  }));
  return (
    <>
      {branches.length > 0 || thread.card.kind === "PRACTICE_EXAMPLE" ? (
        <Thread root={root} branches={branches} />
      ) : (
        root
      )}
      {thread.merged.length > 0 && (
        <Fold summary={t("merged", { count: thread.merged.length })}>
          <ul className={styles.merged}>
            {thread.merged.map((idea) => (
              <li key={idea.id}>{view(idea)}</li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
});
