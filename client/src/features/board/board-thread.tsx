import { useTranslation } from "../../i18n/use-translation.js";
import { Fold } from "../../ui/fold.js";
import { Thread } from "../../ui/thread.js";
import { BoardCardView } from "./board-card-view.js";
import type { BoardThread } from "./board-model.js";
import styles from "./board-thread.module.css";

/** A card with everything that has grown under it. */
export function BoardThreadView({ thread: { card, branches, merged } }: { thread: BoardThread }) {
  const root = <BoardCardView card={card} />;
  const foot = merged.length > 0 ? <MergedIdeas ideas={merged} /> : null;
  // Only examples that others see ask for challenges; the rest need no line that says there are none.
  const asks = card.kind === "PRACTICE_EXAMPLE" && !card.onlyMe && !card.isHidden;
  if (!asks && branches.length === 0) {
    return (
      <div className={styles.alone}>
        {root}
        {foot}
      </div>
    );
  }
  return (
    <Thread
      root={root}
      foot={foot}
      branches={branches.map((branch) => ({
        key: branch.card.id,
        challenge: <BoardCardView card={branch.card} isReply />,
        answers: branch.replies.map((reply) => ({
          key: reply.id,
          card: <BoardCardView card={reply} isReply />,
        })),
      }))}
    />
  );
}

function MergedIdeas({ ideas }: { ideas: BoardThread["merged"] }) {
  const { t } = useTranslation("board");
  return (
    <Fold kept summary={t("merged", { count: ideas.length })}>
      <ul className={styles.merged}>
        {ideas.map((idea) => (
          <li key={idea.id}>
            <BoardCardView card={idea} isReply />
          </li>
        ))}
      </ul>
    </Fold>
  );
}
