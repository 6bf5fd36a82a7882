import { MoveSeatsDocument } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { ActButton } from "../lead/act-button.js";
import { useOfferUndo } from "../habits/undo.js";
import type { Group } from "../lead/group-life.js";
import { Panel } from "../lead/panel.js";
import { Problem } from "../lead/problem.js";
import { useGroupName } from "../lead/use-group-name.js";
import { useLeaderAct } from "../lead/use-leader-act.js";
import type { Seating } from "./use-seating.js";
import styles from "./groups.module.css";

interface MovesPanelProps {
  gatheringId: string;
  groups: readonly Group[];
  seating: Seating;
}

/** The fewest moves by which everybody gets a seat and groups are even: seen first, and done by one press. */
export function MovesPanel({ gatheringId, groups, seating: { moves } }: MovesPanelProps) {
  const { t } = useTranslation("plan");
  const { t: habit } = useTranslation("habits");
  const offerUndo = useOfferUndo();
  const nameOf = useGroupName();
  const { run, isBusy, problem } = useLeaderAct(MoveSeatsDocument);
  if (moves.length === 0) return null;
  const named = (id: string | null) => {
    const group = groups.find((one) => one.id === id);
    return group ? nameOf(group) : "";
  };
  const doThem = async () => {
    const to = (place: "to" | "from") =>
      moves.map((move) => ({ participantId: move.participant.id, groupId: move[place] }));
    if (!(await run({ gatheringId, moves: to("to") }))) return;
    // Whoever had no seat cannot be given none again.
    if (moves.some(({ from }) => from === null)) return;
    const words = habit("undo.moved", { count: moves.length });
    offerUndo({ words, undo: () => run({ gatheringId, moves: to("from") }) });
  };
  return (
    <Panel title={t("moves.title", { count: moves.length })}>
      <ul className={styles.moves}>
        {moves.map(({ participant, from, to, writing }) => (
          <li key={participant.id}>
            <strong>{participant.name}</strong>{" "}
            {from
              ? t("moves.move", { from: named(from), to: named(to) })
              : t("moves.seat", { to: named(to) })}
            {writing && ` ${t("moves.writing")}`}
          </li>
        ))}
      </ul>
      <Problem text={problem} />
      <div>
        <ActButton isBusy={isBusy} onPress={() => void doThem()}>
          {t("moves.do")}
        </ActButton>
      </div>
    </Panel>
  );
}
