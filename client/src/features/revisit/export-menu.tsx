import { Button } from "../../ui/button.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { Icon } from "../../ui/icons.js";
import type { Contribution } from "../board/board-card.js";
import { asCsv } from "./as-csv.js";
import { asDocument } from "./as-document.js";
import { conversationsOf } from "./conversation.js";
import { download } from "../../ui/download.js";
import styles from "./export-menu.module.css";
import { useRevisit } from "./revisit-context.js";
import { useGroupName } from "./use-group-name.js";

interface ExportMenuProps {
  /** What is shown, and so what is taken out; null until all of it is there. */
  cards: readonly Contribution[] | null;
}

/** Takes out what is shown: to read, to count in, and on paper. Made on this device; nothing is sent anywhere. */
export function ExportMenu({ cards }: ExportMenuProps) {
  const { t } = useTranslation("revisit");
  const save = useSave(cards ?? []);
  const isEmpty = !cards?.length;
  return (
    <div className={styles.menu}>
      <Button variant="secondary" data-size="sm" disabled={isEmpty} onClick={save.document}>
        <Icon name="save" />
        {t("export.document")}
      </Button>
      <Button variant="secondary" data-size="sm" disabled={isEmpty} onClick={save.table}>
        <Icon name="save" />
        {t("export.table")}
      </Button>
      <Button variant="secondary" data-size="sm" onClick={() => window.print()}>
        <Icon name="print" />
        {t("export.print")}
      </Button>
    </div>
  );
}

function useSave(cards: readonly Contribution[]) {
  const { t, i18n } = useTranslation("revisit");
  const { t: ui } = useTranslation("ui");
  const { gathering, cards: known } = useRevisit();
  const groupName = useGroupName(gathering);
  const day = gathering.startsAt.slice(0, 10);
  const name = `${gathering.title} ${day}`;
  const kindName = (kind: Contribution["kind"]) => ui(`kind.${kind}`);
  return {
    document: () => {
      const asked = new Set(cards.map(({ id }) => id));
      const text = asDocument(
        conversationsOf([...known.values()], ({ id }) => asked.has(id)),
        {
          language: i18n.language,
          title: gathering.title,
          lead: [gathering.networkName, day, gathering.place].filter(Boolean).join(" · "),
          heading: (column) => t(`sections.${column}`),
          kindName,
          anonymous: ui("card.anonymous"),
          challengeUsOn: ui("card.challengeUsOn"),
          placeOf: (id) => groupName(known.get(id)?.boardId ?? ""),
        },
      );
      download(`${name}.html`, "text/html", text);
    },
    table: () => {
      const headings = TABLE_COLUMNS.map((column) => t(`export.columns.${column}`));
      download(`${name}.csv`, "text/csv", asCsv([headings, ...cards.map(row)]));
    },
  };

  function row(card: Contribution): string[] {
    const example = card.__typename === "PracticeExample" ? card : null;
    const part = gathering.programme.find(({ id }) => id === card.itemId)?.title ?? "";
    const title = "title" in card ? card.title : "";
    const to = card.links.map(({ toId }) => toId).join(" ");
    return [
      kindName(card.kind),
      title,
      card.body,
      example?.challengeUsOn ?? "",
      example?.theme ?? "",
      card.author?.name ?? "",
      card.unit?.name ?? "",
      card.unit?.municipality ?? "",
      groupName(card.boardId),
      part,
      card.createdAt,
      card.id,
      to,
    ];
  }
}

const TABLE_COLUMNS = [
  "kind",
  "title",
  "body",
  "challengeUsOn",
  "theme",
  "author",
  "unit",
  "municipality",
  "group",
  "part",
  "time",
  "id",
  "to",
] as const;
