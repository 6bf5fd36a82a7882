import { memo } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { EmptyState } from "../../ui/states.js";
import { useBoardContext } from "./board-context.js";
import { columnKinds, type Column } from "./board-model.js";
import { BoardThreadView } from "./board-thread.js";
import { invites } from "./invites.js";
import type { BoardForm } from "./use-board-form.js";
import styles from "./board-columns.module.css";

interface BoardColumnsProps {
  readonly columns: readonly Column[];
  readonly form: BoardForm;
  readonly isEmpty: boolean;
}

/** The same cards in the same order in both forms: columns where there is room, or one list that begins with its contents. */
export const BoardColumns = memo(function BoardColumns({ columns, form, isEmpty }: BoardColumnsProps) {
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
    <div className={styles.columns} data-columns={form === "list" ? "list" : visible.length}>
      {form === "list" && visible.length > 1 && <Contents columns={visible} />}
      {visible.map((column) => (
        <ColumnView key={column.name} column={column} />
      ))}
    </div>
  );
});

const placeOfColumn = (name: Column["name"]): string => `column-${name}`;

/** What the list holds, and the way to each part of it. */
function Contents({ columns }: { columns: readonly Column[] }) {
  const { t } = useTranslation("board");
  return (
    <nav className={styles.contents} aria-label={t("view.contents")}>
      {columns.map(({ name, threads }) => (
        <a key={name} href={`#${placeOfColumn(name)}`}>
          {t("view.counted", { name: t(`column.${name}`), count: threads.length })}
        </a>
      ))}
    </nav>
  );
}

function ColumnView({ column: { name, threads } }: { column: Column }) {
  const { t } = useTranslation("board");
  const heading = placeOfColumn(name);
  return (
    <section className={styles.column} aria-labelledby={heading}>
      <h2 className={styles.heading} id={heading} tabIndex={-1}>
        {t(`column.${name}`)} <span className={styles.count}>{threads.length}</span>
      </h2>
      {threads.length === 0 ? (
        <p className={styles.empty}>{t(`columnEmpty.${name}`)}</p>
      ) : (
        <ol className={styles.list} aria-labelledby={heading}>
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
