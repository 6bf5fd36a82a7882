import { Button } from "../../ui/button.js";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import type { GatheringView } from "../../live/index.js";
import { BegunItems } from "./begun-items.js";
import type { Editing } from "./item.js";
import { ItemDialog } from "./item-dialog.js";
import { ItemRow } from "./item-row.js";
import { Panel } from "./panel.js";
import styles from "./programme-panel.module.css";

/** The programme: jump to any item; or, while it is being changed, edit, move, add and remove. */
export function ProgrammePanel({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("lead");
  const [changing, setChanging] = useState(gathering.state === "DRAFT");
  const [editing, setEditing] = useState<Editing | null>(null);
  const { programme } = gathering;
  const list = useCurrentInView(gathering.currentItemId);
  const toggle = (
    <>
      <Button
        variant="tertiary"
        data-size="sm"
        aria-pressed={changing}
        onClick={() => setChanging(!changing)}
      >
        {t(changing ? "done" : "programme.change")}
      </Button>
      <Button asChild variant="tertiary" data-size="sm">
        <Link to={`/g/${gathering.id}/plan`}>{t("programme.plan")}</Link>
      </Button>
    </>
  );
  return (
    <Panel title={t("programme.title")} actions={toggle}>
      {!editing && <BegunItems gathering={gathering} onGoOn={setEditing} />}
      <ol className={styles.items} ref={list}>
        {programme.map((item, index) => (
          <ItemRow
            key={item.id}
            gathering={gathering}
            index={index}
            changing={changing}
            onEdit={() => setEditing({ item })}
          />
        ))}
      </ol>
      {changing && (
        <Button variant="secondary" onClick={() => setEditing({ after: programme.at(-1) ?? null })}>
          {t("programme.add")}
        </Button>
      )}
      <ItemDialog gathering={gathering} editing={editing} onClose={() => setEditing(null)} />
    </Panel>
  );
}

/** Where the list scrolls by itself, the item that is on stays in view; the page around it stays where it is. */
function useCurrentInView(currentItemId: string | null) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const box = list.current;
    const row = box?.querySelector<HTMLElement>("[aria-current]");
    if (!box || !row || box.scrollHeight <= box.clientHeight) return;
    const top = row.offsetTop - box.offsetTop;
    // One that is done stays above it: where one comes from is part of where one is.
    box.scrollTo({ top: top - row.offsetHeight });
  }, [currentItemId]);
  return list;
}
