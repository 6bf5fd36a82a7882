import { Button } from "../../ui/button.js";
import { useMemo, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useTold } from "../../ui/announcer.js";
import { EmptyState } from "../../ui/states.js";
import type { Contribution } from "../board/board-card.js";
import { type Conversation, conversationsOf } from "./conversation.js";
import { ConversationView } from "./conversation-view.js";
import { isNarrowed, paramsOf, type Selection, widened } from "./selection.js";
import styles from "./written.module.css";

/** Conversations drawn at a time: a phone should not draw five hundred cards to show ten. */
const AT_A_TIME = 20;

interface WrittenProps {
  all: readonly Contribution[];
  asked: readonly Contribution[];
  selection: Selection;
  onChoose: (part: Partial<Selection>) => void;
}

/** Everything that was written and asked for, as conversations that can be read from their beginning. */
export function Written({ all, asked, selection, onChoose }: WrittenProps) {
  const { t } = useTranslation("revisit");
  const conversations = useMemo(() => {
    const ids = new Set(asked.map(({ id }) => id));
    return conversationsOf(all, ({ id }) => ids.has(id));
  }, [all, asked]);
  const isSome = isNarrowed(selection);
  const words = t(isSome ? "found" : "everything", { count: asked.length });
  useTold(isSome ? (asked.length > 0 ? words : t("nothing.title")) : null, "found");
  if (asked.length === 0) {
    return isSome ? (
      <NothingFound onWiden={() => onChoose(widened(selection))} />
    ) : (
      <EmptyState icon="pen" title={t("empty.title")}>
        {t("empty.body")}
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles.count}>{words}</p>
      <Conversations key={paramsOf(selection).toString()} conversations={conversations} />
    </>
  );
}

function NothingFound({ onWiden }: { onWiden: () => void }) {
  const { t } = useTranslation("revisit");
  return (
    <EmptyState
      icon="search"
      title={t("nothing.title")}
      action={
        <Button variant="secondary" onClick={onWiden}>
          {t("filters.clear")}
        </Button>
      }
    >
      {t("nothing.body")}
    </EmptyState>
  );
}

function Conversations({ conversations }: { conversations: readonly Conversation[] }) {
  const { t } = useTranslation("revisit");
  const [most, setMost] = useState(AT_A_TIME);
  const shown = conversations.slice(0, most);
  const columns = [...new Set(shown.map(({ column }) => column))];
  const left = conversations.length - shown.length;
  return (
    <>
      {columns.map((column) => (
        <section key={column} className={styles.section} aria-label={t(`sections.${column}`)}>
          <h2 className={styles.heading}>{t(`sections.${column}`)}</h2>
          <ul className={styles.list} data-column={column}>
            {shown
              .filter((conversation) => conversation.column === column)
              .map((conversation) => (
                <li key={conversation.thread.card.id}>
                  <ConversationView conversation={conversation} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      {left > 0 && (
        <Button className={styles.more} variant="secondary" onClick={() => setMost(most + AT_A_TIME)}>
          {t("more", { count: left })}
        </Button>
      )}
    </>
  );
}
