import { SeatParticipantDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { Person } from "../../live/index.js";
import { useOfferUndo } from "../habits/undo.js";
import type { Group } from "./group-life.js";
import { Problem } from "./problem.js";
import { useGroupName } from "./use-group-name.js";
import { useLeaderAct } from "./use-leader-act.js";
import styles from "./people-panel.module.css";

interface SeatSelectProps {
  person: Person;
  groups: readonly Group[];
  /** The id of the group where they sit. */
  seat: string | null;
}

/** Where somebody sits, and the way to another group. */
export function SeatSelect({ person, groups, seat }: SeatSelectProps) {
  const { t } = useTranslation("lead");
  const { change, isBusy, problem } = useSeating({ person, groups, seat });
  const nameOf = useGroupName();
  const { isAtHand, ...hands } = useAtHand();
  const offered = isAtHand ? groups : groups.filter(({ id }) => id === seat);
  return (
    <>
      <select
        className={styles.seat}
        aria-label={t("people.seat", { name: person.name })}
        aria-busy={isBusy}
        value={seat ?? ""}
        onChange={(event) => void change(event.target.value)}
        {...hands}
      >
        {!seat && <option value="">{t("people.noGroup")}</option>}
        {offered.map((group) => (
          <option key={group.id} value={group.id}>
            {nameOf(group)}
          </option>
        ))}
      </select>
      <Problem text={problem} />
    </>
  );
}

/**
 * Whether somebody is about to choose: a hall of 300 in 43 groups has thirteen thousand choices, of which one list at a time
 * is looked at. A finger or a mouse is told of before the browser opens the list, and keys and readers give focus first.
 */
function useAtHand() {
  const [isAtHand, setAtHand] = useState(false);
  const reach = () => setAtHand(true);
  return { isAtHand, onPointerDown: reach, onFocus: reach, onBlur: () => setAtHand(false) };
}

function useSeating({ person, groups, seat }: SeatSelectProps) {
  const { t: habit } = useTranslation("habits");
  const nameOf = useGroupName();
  const offerUndo = useOfferUndo();
  const { run, isBusy, problem } = useLeaderAct(SeatParticipantDocument);
  const change = async (groupId: string) => {
    const seatIn = (place: string) => run({ participantId: person.id, groupId: place });
    const group = groups.find(({ id }) => id === groupId);
    if (!(await seatIn(groupId)) || !group || !seat) return;
    const words = habit("undo.seated", { name: person.name, group: nameOf(group) });
    offerUndo({ words, undo: () => seatIn(seat) });
  };
  return { change, isBusy, problem };
}
