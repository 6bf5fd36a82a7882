import type { GatheringState } from "@ordskifte/schema";
import { Button } from "../../ui/button.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import { EmptyState } from "../../ui/states.js";
import styles from "./gathering-list.module.css";
import type { NetworkHome } from "./network-home.js";

type Gathering = NetworkHome["gatherings"][number];

const TIMES = {
  now: ["LIVE"],
  next: ["DRAFT", "PREPARING"],
  earlier: ["FOLLOW_UP", "ARCHIVED"],
} as const satisfies Record<string, readonly GatheringState[]>;

type Time = keyof typeof TIMES;

/** What is on now, what comes next, the soonest first, and what has been, the newest first. */
export function GatheringList({
  gatherings,
  mayLead,
}: {
  gatherings: NetworkHome["gatherings"];
  mayLead: boolean;
}) {
  const { t } = useTranslation("network");
  if (gatherings.length === 0) {
    return (
      <EmptyState icon="clock" title={t("gatherings.none")}>
        {mayLead && t("gatherings.noneLead")}
      </EmptyState>
    );
  }
  return (
    <div className={styles.times}>
      {(Object.keys(TIMES) as Time[]).map((time) => (
        <GatheringsAt key={time} time={time} gatherings={gatheringsAt(gatherings, time)} />
      ))}
    </div>
  );
}

function gatheringsAt(gatherings: NetworkHome["gatherings"], time: Time): Gathering[] {
  const states: readonly GatheringState[] = TIMES[time];
  const sign = time === "next" ? 1 : -1;
  return gatherings
    .filter(({ state }) => states.includes(state))
    .toSorted((one, other) => sign * (Date.parse(one.startsAt) - Date.parse(other.startsAt)));
}

function GatheringsAt({ time, gatherings }: { time: Time; gatherings: readonly Gathering[] }) {
  const { t } = useTranslation("network");
  if (gatherings.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{t(`gatherings.${time}`)}</h2>
      <ul className={styles.list}>
        {gatherings.map((gathering) => (
          <GatheringRow key={gathering.id} gathering={gathering} time={time} />
        ))}
      </ul>
    </section>
  );
}

function GatheringRow({ gathering, time }: { gathering: Gathering; time: Time }) {
  const { t, i18n } = useTranslation("network");
  const when = new Date(gathering.startsAt).toLocaleString(i18n.locales, {
    dateStyle: "full",
    timeStyle: "short",
  });
  return (
    <li className={styles.row} data-time={time}>
      <div className={styles.words}>
        <h3 className={styles.title}>{gathering.title}</h3>
        <p className={styles.when}>{[when, gathering.place].filter(Boolean).join(" · ")}</p>
        <p className={styles.state}>{t(`states.${gathering.state}`)}</p>
      </div>
      <Ways gathering={gathering} time={time} />
    </li>
  );
}

/** Where one can go, the likeliest way first. */
function Ways({ gathering: { id, state, viewer }, time }: { gathering: Gathering; time: Time }) {
  const { t } = useTranslation("network");
  const ways = [
    viewer.mayLead && time === "next" && { to: `/g/${id}/plan`, label: t("ways.plan") },
    viewer.mayLead && state !== "ARCHIVED" && { to: `/g/${id}/lead`, label: t("ways.lead") },
    time !== "earlier" && viewer.participant && { to: `/g/${id}`, label: t("ways.mine") },
    state === "FOLLOW_UP" && viewer.participant && { to: `/g/${id}`, label: t("ways.followUp") },
    state !== "DRAFT" && { to: `/g/${id}/revisit`, label: t("ways.revisit") },
  ].filter((way) => typeof way === "object" && way !== null);
  return (
    <p className={styles.ways}>
      {ways.map(({ to, label }, index) => (
        <Button key={to} asChild variant={index === 0 ? "primary" : "secondary"} data-size="sm">
          <Link to={to}>{label}</Link>
        </Button>
      ))}
    </p>
  );
}
