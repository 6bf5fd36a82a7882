import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import { langOf } from "../../i18n/written-language.js";
import { Card } from "../../ui/card.js";
import { Icon } from "../../ui/icons.js";
import type { BoardCard } from "../board/board-card.js";
import { useRevisit } from "./revisit-context.js";
import { useGroupName } from "./use-group-name.js";
import styles from "./card-view.module.css";

interface CardViewProps {
  card: BoardCard;
  isReply?: boolean;
  /** Among others that were not asked for, this one was. */
  isHit?: boolean;
}

/** One card to be read, with the way to its trail. */
export function CardView({ card, isReply = false, isHit = false }: CardViewProps) {
  const { t } = useTranslation("revisit");
  const { gathering, cards, trailOf } = useRevisit();
  const groupName = useGroupName(gathering);
  const boardId = cards.get(card.id)?.boardId;
  return (
    <div className={styles.place} data-hit={isHit || undefined}>
      {isHit && <p className={styles.hit}>{t("hit")}</p>}
      <Card
        kind={card.kind}
        title={card.title}
        body={card.body}
        lang={langOf(card.language)}
        from={card.from}
        anonymous={card.anonymous}
        mine={card.isMine}
        lens={card.lens}
        challengeUsOn={card.challengeUsOn}
        theme={card.theme}
        fromAuthor={card.fromAuthor}
        edited={card.edited}
        silent={card.onlyMe}
        hidden={card.isHidden ? { reason: card.hiddenReason } : null}
        size={isReply ? "small" : "normal"}
      >
        <p className={styles.foot}>
          {!isReply && boardId && <span>{groupName(boardId)}</span>}
          <Link to={trailOf(card.id)} className={styles.trail}>
            {t("trail.see")}
            <Icon name="onward" />
          </Link>
        </p>
      </Card>
    </div>
  );
}
