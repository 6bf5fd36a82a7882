import { MoveSeatsDocument } from "@ordskifte/schema";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useOfferUndo } from "../habits/undo.js";
import type { Group } from "../lead/group-life.js";
import { Panel } from "../lead/panel.js";
import { Problem } from "../lead/problem.js";
import { useGroupName } from "../lead/use-group-name.js";
import { useLeaderAct } from "../lead/use-leader-act.js";
import type { Seating, Somebody } from "./use-seating.js";
import styles from "./groups.module.css";

interface TablesProps {
  gatheringId: string;
  groups: readonly Group[];
  seating: Seating | null;
  onMoved: () => void;
}

/**
 * Everybody at their tables. Somebody is picked up by a press, a key or a drag, and put down at another table, or among
 * those who are not here.
 */
export function Tables({ gatheringId, groups, seating, onMoved }: TablesProps) {
  const { t } = useTranslation("plan");
  const { t: habit } = useTranslation("habits");
  const offerUndo = useOfferUndo();
  const nameOf = useGroupName();
  const [held, setHeld] = useState<Somebody | null>(null);
  const { run, isBusy, problem } = useLeaderAct(MoveSeatsDocument);
  const putDown = async (groupId: string | null) => {
    if (!held) return;
    const before = placeOf(held, groups, seating);
    const move = (to: string | null) =>
      run({ gatheringId, moves: [{ participantId: held.id, groupId: to }] });
    const group = groups.find(({ id }) => id === groupId);
    if (await move(groupId)) {
      onMoved();
      const words = group
        ? habit("undo.seated", { name: held.name, group: nameOf(group) })
        : t("tables.notHere", { name: held.name });
      if (before !== undefined) offerUndo({ words, undo: () => move(before) });
    }
    setHeld(null);
  };
  const hands = { held, isBusy, onPick: setHeld, onPut: (id: string | null) => void putDown(id) };
  const letGo = ({ key }: KeyboardEvent) => key === "Escape" && setHeld(null);
  return (
    <Panel title={t("tables.title")}>
      <div className={styles.frame} onKeyDown={letGo}>
        <p role="status">{held ? t("tables.held", { name: held.name }) : t("tables.help")}</p>
        <Problem text={problem} />
        <div className={styles.tables}>
          {groups.map((group) => (
            <Place
              key={group.id}
              name={nameOf(group)}
              groupId={group.id}
              people={group.members}
              secretaryId={group.secretaryId}
              {...hands}
            />
          ))}
          {seating && seating.unseated.length > 0 && (
            <Place name={t("tables.unseated")} people={seating.unseated} {...hands} />
          )}
          {seating && (seating.away.length > 0 || held !== null) && (
            <Place name={t("tables.away")} groupId={null} people={seating.away} {...hands} />
          )}
        </div>
      </div>
    </Panel>
  );
}

/** Where somebody sits: a group's id, null among those who are not here; undefined without a seat, where nobody can be put. */
function placeOf(
  who: Somebody,
  groups: readonly Group[],
  seating: Seating | null,
): string | null | undefined {
  const sitsIn = (people: readonly Somebody[]) => people.some(({ id }) => id === who.id);
  const group = groups.find(({ members }) => sitsIn(members));
  if (group) return group.id;
  return seating && sitsIn(seating.away) ? null : undefined;
}

interface PlaceProps {
  name: string;
  /** Where somebody is put down; null for those who are not here; none where nobody can be put. */
  groupId?: string | null;
  people: readonly Somebody[];
  secretaryId?: string | null;
  held: Somebody | null;
  isBusy: boolean;
  onPick: (who: Somebody | null) => void;
  onPut: (groupId: string | null) => void;
}

function Place({ name, groupId, people, secretaryId = null, held, isBusy, onPick, onPut }: PlaceProps) {
  const { t } = useTranslation("plan");
  const takes = held !== null && groupId !== undefined && !people.some(({ id }) => id === held.id);
  const put = () => takes && !isBusy && onPut(groupId);
  return (
    <section
      className={styles.table}
      aria-label={name}
      data-takes={takes}
      onDragOver={(event) => takes && event.preventDefault()}
      onDrop={put}
    >
      <h3 className={styles.name}>
        {name} <span className={styles.count}>{people.reduce((sum, one) => sum + one.people, 0)}</span>
      </h3>
      {people.length > 0 && (
        <ul className={styles.people}>
          {people.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className={styles.person}
                draggable
                aria-pressed={held?.id === one.id}
                onDragStart={() => onPick(one)}
                onClick={() => onPick(held?.id === one.id ? null : one)}
              >
                <span>
                  {one.name}
                  {one.people > 1 && ` (${one.people})`}
                  {one.id === secretaryId && <span className={styles.role}> {t("tables.secretary")}</span>}
                </span>
                <span className={styles.unit}>{one.unit.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {takes && (
        <button type="button" className={styles.put} aria-busy={isBusy} onClick={put}>
          {groupId === null
            ? t("tables.notHere", { name: held.name })
            : t("tables.put", { name: held.name, group: name })}
        </button>
      )}
    </section>
  );
}
