import { useQuery } from "@apollo/client/react";
import { NetworkMeetingsDocument } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Fold } from "../../ui/fold.js";
import { useUntilAnswered } from "../../live/index.js";
import { FetchingState } from "../../ui/fetching-state.js";
import { EmptyState } from "../../ui/states.js";
import { Table } from "../../ui/table.js";
import { type Met, meetingsBetween } from "./meetings.js";
import type { NetworkHome } from "./network-home.js";
import { MeetingCircle } from "./meeting-circle.js";
import styles from "./meeting-map.module.css";

type Unit = NetworkHome["units"][number];

const CELL = 30;
const NAMES = 210;
const HEAD = 30;

/** More do not find a place around one table. */
const mostSeats = 32;

/** Which units have sat together over the years: a picture, and the same as a table. */
export function MeetingMap({ network }: { network: NetworkHome }) {
  const { t } = useTranslation("network");
  const asked = useQuery(NetworkMeetingsDocument, {
    variables: { id: network.id },
    fetchPolicy: "cache-and-network",
  });
  const { data, refetch } = asked;
  const isFailed = useUntilAnswered(asked);
  const meetings = data?.network.meetings;
  const { units } = network;
  if (units.length < 2) return null;
  if (!meetings || meetings.length === 0)
    return (
      <section className={styles.map}>
        <h2 className={styles.heading}>{t("meetings.title")}</h2>
        {meetings && <EmptyState icon="people" title={t("meetings.none")} />}
        {!meetings && <FetchingState isFailed={isFailed} onRetry={refetch} />}
      </section>
    );
  const met = meetingsBetween(meetings);
  const pairs = (units.length * (units.length - 1)) / 2;
  const said = t("meetings.sum", { met: meetings.length, pairs });
  return (
    <section className={styles.map}>
      <h2 className={styles.heading}>{t("meetings.title")}</h2>
      <p>{said}</p>
      <div className={styles.pictures}>
        {units.length <= mostSeats && <MeetingCircle units={units} met={met} />}
        <div className={styles.square}>
          <div className={styles.scroll} role="region" aria-label={t("meetings.picture")} tabIndex={0}>
            <Picture units={units} met={met} label={said} />
          </div>
          <p className={styles.key}>{t("meetings.key")}</p>
        </div>
      </div>
      <Fold summary={t("meetings.asTable")}>
        <AsTable units={units} met={met} />
      </Fold>
    </section>
  );
}

interface MapProps {
  units: readonly Unit[];
  met: (a: string, b: string) => Met | null;
}

/** Half a square: each pair once. The number of gatherings stands in the cell, and is what its tone says too. */
function Picture({ units, met, label }: MapProps & { label: string }) {
  const [width, height] = [NAMES + CELL * units.length, HEAD + CELL * units.length];
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${width} ${height}`}
      width={`${width / 16}rem`}
      height={`${height / 16}rem`}
      fontSize={14}
      role="img"
      aria-label={label}
    >
      {units.slice(0, -1).map((unit, column) => (
        <text key={unit.id} className={styles.number} x={NAMES + CELL * (column + 0.5)} y={HEAD - 9}>
          {column + 1}
        </text>
      ))}
      {units.map((unit, row) => (
        <g key={unit.id} transform={`translate(0 ${HEAD + CELL * row})`}>
          <text className={styles.name} x={NAMES - 10} y={CELL / 2 + 5}>
            {shortened(unit.name)} {row + 1}
          </text>
          {units.slice(0, row).map((other, column) => (
            <Cell key={other.id} column={column} times={met(unit.id, other.id)?.gatherings ?? 0} />
          ))}
        </g>
      ))}
    </svg>
  );
}

const LONGEST = 24;

function shortened(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}

function Cell({ column, times }: { column: number; times: number }) {
  const x = NAMES + CELL * column;
  return (
    <g data-times={Math.min(times, 3)} className={styles.cell}>
      <rect x={x + 1} y={1} width={CELL - 2} height={CELL - 2} rx={4} />
      {times > 0 && (
        <text className={styles.times} x={x + CELL / 2} y={CELL / 2 + 5}>
          {times}
        </text>
      )}
    </g>
  );
}

/** The same by unit: how many others it has met, and whom it has not. */
function AsTable({ units, met }: MapProps) {
  const { t, i18n } = useTranslation("network");
  const listed = new Intl.ListFormat(i18n.locales, { type: "conjunction" });
  return (
    <Table
      caption={t("meetings.title")}
      headings={[t("meetings.unit"), t("meetings.met"), t("meetings.notMet")]}
    >
      {units.map((unit) => {
        const others = units.filter(({ id }) => id !== unit.id);
        const missing = others.filter(({ id }) => !met(unit.id, id));
        const known = others.flatMap(({ id, name }) => {
          const times = met(unit.id, id)?.gatherings;
          return times ? [t("meetings.times", { name, count: times })] : [];
        });
        return (
          <tr key={unit.id}>
            <th scope="row">{unit.name}</th>
            <td>{known.length > 0 ? listed.format(known) : "–"}</td>
            <td>{missing.length > 0 ? listed.format(missing.map(({ name }) => name)) : "–"}</td>
          </tr>
        );
      })}
    </Table>
  );
}
