import { memo } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { EmptyState } from "../../ui/states.js";
import { useBoardContext } from "./board-context.js";
import { columnKinds, type Column } from "./board-model.js";
import { BoardThreadView } from "./board-thread.js";
import { invites } from "./invites.js";
import styles from "./board-columns.module.css";

interface BoardColumnsProps {
  readonly columns: readonly Column[];
  readonly isEmpty: boolean;
}

/** The same cards in the same order on every screen: columns where there is room, one list on a phone. */
export const BoardColumns = memo(function BoardColumns({ columns, isEmpty }: BoardColumnsProps) {
  const { t } = useTranslation("board");
  const { leave } = useBoardContext();
  const invited = (column: Column) => columnKinds[column.name].some((kind) => invites(leave, kind));
  if (isEmpty) {
    const word = columns.some(invited) ? "invited" : "waiting";
    return <EmptyState title={t("empty.title")}>{t(`empty.${word}`)}</EmptyState>;
  }
  const full = columns.filter(({ threads }) => threads.length > 0);
  // Empty columns tell what is invited, until there is enough to look at.
  const visible =
    full.length > 1 ? full : columns.filter((column) => column.threads.length > 0 || invited(column));
  return (
    <div className={styles.columns} data-columns={visible.length}>
      {visible.map((column) => (
        <ColumnView key={column.name} column={column} />
      ))}
    </div>
  );
});

function ColumnView({ column: { name, threads } }: { column: Column }) {
  const { t } = useTranslation("board");
  const heading = `column-${name}`;
  return (
    <section className={styles.column} aria-labelledby={heading}>
      <h2 className={styles.heading} id={heading}>
        {t(`column.${name}`)}
        <span className={styles.count}>{threads.length}</span>
      </h2>
      {threads.length === 0 ? (
        <p className={styles.empty}>{t(`columnEmpty.${name}`)}</p>
      ) : (
        <ol className={styles.list}>
          {threads.map((thread) => (
            <li key={thread.card.id}>
              <BoardThreadView thread={thread} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
