import { useQuery } from "@apollo/client/react";
import { type FeedPart, PreparationDocument, type PreparationQuery } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import { type GatheringView, usePublicAddress, useUntilAnswered } from "../../live/index.js";
import { CopyButton } from "../../ui/copy-button.js";
import { FetchingState } from "../../ui/fetching-state.js";
import { Table } from "../../ui/table.js";
import { Panel } from "../lead/panel.js";
import { useTimes } from "./clock-times.js";
import { ForLeaders } from "./for-leaders.js";
import styles from "./preparation.module.css";

const parts: readonly FeedPart[] = ["PROGRAMME"];
/** Nobody follows this second by second: units write in the evenings of a week. */
const ASK_EVERY = 15_000;

type Item = GatheringView["programme"][number];
type Unit = NonNullable<PreparationQuery["gathering"]["preparation"]>[number];

/** What the units do at home before everybody meets: their task, the invitation, and who lacks what. */
export default function PreparationScreen() {
  return (
    <ForLeaders here="preparation" parts={parts}>
      {(gathering) => <Preparation gathering={gathering} />}
    </ForLeaders>
  );
}

function Preparation({ gathering }: { gathering: GatheringView }) {
  const asked = useQuery(PreparationDocument, {
    variables: { id: gathering.id },
    fetchPolicy: "cache-and-network",
    pollInterval: ASK_EVERY,
  });
  const { data, refetch } = asked;
  const isFailed = useUntilAnswered(asked);
  const units = data?.gathering.preparation;
  const first = gathering.programme.findIndex(({ atHome }) => !atHome);
  const tasks = gathering.programme.filter(({ atHome }, i) => atHome && (first < 0 || i < first));
  return (
    <div className={styles.page}>
      <div className={styles.side}>
        <Tasks tasks={tasks} gatheringId={gathering.id} />
        <Invitation gathering={gathering} tasks={tasks} />
      </div>
      {units ? (
        <Units units={units} gatheringId={gathering.id} />
      ) : (
        <FetchingState isFailed={isFailed} onRetry={refetch} />
      )}
    </div>
  );
}

function Tasks({ tasks, gatheringId }: { tasks: readonly Item[]; gatheringId: string }) {
  const { t } = useTranslation("plan");
  const { dayAndClock } = useTimes();
  return (
    <Panel title={t("preparation.task")}>
      {tasks.map(({ id, title, instruction, dueAt }) => (
        <div key={id} className={styles.task}>
          <h3>{title}</h3>
          <p>{instruction}</p>
          {dueAt && (
            <p className={styles.due}>{t("preparation.due", { day: dayAndClock(Date.parse(dueAt)) })}</p>
          )}
        </div>
      ))}
      {tasks.length === 0 && <p>{t("preparation.noTask")}</p>}
      <p>
        <Link className="os-alone" to={`/g/${gatheringId}/plan`}>
          {t("preparation.toProgramme")}
        </Link>
      </p>
    </Panel>
  );
}

/** Words to send to the units: the task, the day, and the way in. */
function Invitation({ gathering, tasks }: { gathering: GatheringView; tasks: readonly Item[] }) {
  const { t } = useTranslation("plan");
  const { dayAndClock } = useTimes();
  const address = usePublicAddress();
  if (!gathering.joinCode)
    return (
      <Panel title={t("invitation.title")}>
        <p>{t("invitation.closed")}</p>
      </Panel>
    );
  const lines = [
    t("invitation.hello", { title: gathering.title, when: dayAndClock(Date.parse(gathering.startsAt)) }),
    ...(gathering.place ? [t("invitation.place", { place: gathering.place })] : []),
    ...tasks.flatMap(({ title, instruction, dueAt }) => [
      "",
      dueAt ? t("invitation.task", { title, day: dayAndClock(Date.parse(dueAt)) }) : title,
      instruction,
    ]),
    "",
    t("invitation.way", { link: `${address}/j/${gathering.joinCode}`, code: gathering.joinCode }),
  ];
  const text = lines.join("\n");
  return (
    <Panel title={t("invitation.title")}>
      <p className={styles.letter}>{text}</p>
      <CopyButton text={text} label={t("invitation.copy")} />
    </Panel>
  );
}

/** Those who lack most first. */
const byNeed = (a: Unit, b: Unit): number =>
  a.examples - b.examples || a.people - b.people || a.unit.name.localeCompare(b.unit.name, "nb");

function Units({ units, gatheringId }: { units: readonly Unit[]; gatheringId: string }) {
  const { t } = useTranslation("plan");
  const { dayAndClock } = useTimes();
  const ready = units.filter(({ examples }) => examples > 0).length;
  return (
    <Panel title={t("preparation.units", { ready, count: units.length })}>
      <Table
        className={styles.table}
        caption={t("preparation.table")}
        headings={[
          t("preparation.unit"),
          t("preparation.state"),
          t("preparation.people"),
          t("preparation.examples"),
          t("preparation.last"),
        ]}
      >
        {units.toSorted(byNeed).map((one) => (
          <tr key={one.unit.id} data-ready={one.examples > 0}>
            <th scope="row">
              {one.boardId ? (
                <Link to={`/g/${gatheringId}/b/${one.boardId}`}>{one.unit.name}</Link>
              ) : (
                one.unit.name
              )}
            </th>
            <td>{t(`preparation.${stateOf(one)}`)}</td>
            <td>{one.people}</td>
            <td>{one.examples}</td>
            <td>{one.lastWriteAt ? dayAndClock(Date.parse(one.lastWriteAt)) : "–"}</td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}

function stateOf({ people, examples }: Unit): "notJoined" | "nothing" | "ready" {
  if (examples > 0) return "ready";
  return people > 0 ? "nothing" : "notJoined";
}
