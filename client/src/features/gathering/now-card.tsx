import { Button } from "../../ui/button.js";
import { Heading } from "../../ui/heading.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import { type GatheringView, useLive, useReadable } from "../../live/index.js";
import { Clock } from "../../ui/clock.js";
import { Icon } from "../../ui/icons.js";
import { type Now, whatNow } from "./now.js";
import { addressOf } from "./now-address.js";
import dock from "../../ui/dock.module.css";
import styles from "./now-card.module.css";

type Item = GatheringView["programme"][number];
export type Group = GatheringView["groups"][number];

interface NowCardProps {
  gathering: GatheringView;
  item: Item | null;
  group: Group | null;
}

/** Where we are, how long it lasts, what we are asked, and one big button. */
export function NowCard({ gathering, item, group }: NowCardProps) {
  const now = whatNow({
    state: gathering.state,
    phase: gathering.phase,
    item,
    rounds: gathering.voteRounds,
    boardId: group?.boardId ?? null,
    people: gathering.viewer.participant?.people ?? 0,
  });
  return (
    <section className={styles.now} data-do={now.do}>
      <NowHead gathering={gathering} item={item} />
      {item?.instruction && <p className={styles.instruction}>{item.instruction}</p>}
      {item?.dueAt && <Due at={item.dueAt} />}
      <NowAction now={now} gatheringId={gathering.id} />
    </section>
  );
}

/** By when what is done at home is to be done. */
function Due({ at }: { at: string }) {
  const { t, i18n } = useTranslation("gathering");
  const day = new Date(at).toLocaleString(i18n.locales, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  });
  return <p className={styles.hint}>{t("due", { day })}</p>;
}

function NowHead({ gathering, item }: Pick<NowCardProps, "gathering" | "item">) {
  const { t } = useTranslation("ui");
  const offset = useReadable(useLive().clock.offset);
  return (
    <>
      <p className={styles.meta}>
        {item && (
          <span>
            {t(`arena.${item.arena}`)}
            {item.arena !== "PLENARY" && gathering.state === "LIVE" && ` · ${t(`phase.${gathering.phase}`)}`}
          </span>
        )}
        <Clock countdown={gathering.clock} serverOffset={offset} />
      </p>
      <Heading level={1} className={styles.title} tabIndex={-1}>
        {item?.title ?? gathering.title}
      </Heading>
    </>
  );
}

function NowAction({ now, gatheringId }: { now: Now; gatheringId: string }) {
  const { t } = useTranslation("gathering");
  const to = addressOf(now, gatheringId);
  return (
    <div className={styles.action}>
      <p className={styles.hint}>{useHint(now)}</p>
      {to && isDoable(now) && (
        <div {...(!isQuiet(now) && { className: dock.dock, "data-dock": true })}>
          <Button asChild data-color={isQuiet(now) ? "accent" : "brand1"} data-size="lg" data-fullwidth>
            <Link to={to} className={styles.button}>
              {t(`do.${now.do}`)}
              <Icon name="onward" />
            </Link>
          </Button>
        </div>
      )}
    </div>
  );
}

const WAITING = ["listen", "rest", "noGroup", "notStarted", "watch"] as const;
type Waiting = (typeof WAITING)[number];
type Doable = Exclude<Now, { do: Waiting }>;

function isDoable(now: Now): now is Doable {
  return !WAITING.some((waiting) => waiting === now.do);
}

/** Things that can wait get a calmer button. */
function isQuiet(now: Now): boolean {
  return ["voted", "read", "revisit"].includes(now.do);
}

function useHint(now: Now): string {
  const { t } = useTranslation("gathering");
  if (now.do === "revisit") return now.open ? t("hint.revisitOpen") : t("hint.revisit");
  if ("roundId" in now) return t(`hint.${now.do}`, { title: now.title });
  if (now.do === "write" && now.silent) return t("hint.writeSilent");
  return t(`hint.${now.do}`);
}
