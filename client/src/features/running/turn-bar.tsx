import { Button } from "../../ui/button.js";
import { PassTurnDocument } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { useBoardCommand } from "../board/use-board-command.js";
import { inTurn, roundIn } from "./turns.js";
import styles from "./turn-bar.module.css";

type Group = GatheringView["groups"][number];

/** Whose turn it is to speak, while the groups work together. Anybody in the group may pass it on. */
export function TurnBar({ gathering, group }: { gathering: GatheringView; group: Group }) {
  const me = gathering.viewer.participant?.id;
  const isSeated = group.members.some(({ id }) => id === me);
  if (gathering.state !== "LIVE" || gathering.phase !== "GROUP" || !isSeated || group.members.length < 2)
    return null;
  return <Round gathering={gathering} group={group} me={me ?? ""} />;
}

function Round({ gathering, group, me }: { gathering: GatheringView; group: Group; me: string }) {
  const { t } = useTranslation("running");
  const { run, problem, isBusy } = useBoardCommand(PassTurnDocument);
  const members = inTurn(group, gathering);
  const { said, now, next } = roundIn(group.id, members, gathering.turns, gathering.moment);
  if (!now || !next) return null;
  const isMine = now.id === me;
  const pass = () => void run({ groupId: group.id, fromParticipantId: said, toParticipantId: next.id });
  return (
    <section className={styles.turn} data-mine={isMine || undefined} aria-label={t("turn.label")}>
      <p className={styles.now} role="status">
        {isMine ? t("turn.yours") : t("turn.of", { name: now.name })}
        <span className={styles.next}>
          {next.id === me ? t("turn.afterYou") : t("turn.after", { name: next.name })}
        </span>
      </p>
      <Button variant={isMine ? "primary" : "tertiary"} data-size="sm" disabled={isBusy} onClick={pass}>
        {t("turn.pass")}
      </Button>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </section>
  );
}
