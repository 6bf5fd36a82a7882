import type { FeedPart } from "@ordskifte/schema";
import { useMemo } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import {
  type GatheringView,
  type Person,
  useGathering,
  usePeople,
  useToldAddress,
} from "../../live/index.js";
import { QrCode } from "../../ui/qr-code.js";
import { Fit } from "./fit.js";
import { useKept } from "./use-kept.js";
import styles from "./welcome-picture.module.css";

/** The way in, as large as it can be, and who has come. */
export function WelcomePicture({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("plenary");
  const { title, networkName, joinCode, headCount } = gathering;
  return (
    <section className={styles.welcome} data-door={joinCode ? "open" : "closed"}>
      <header>
        <p className={styles.network}>{networkName}</p>
        <h1 className={styles.title}>{title}</h1>
      </header>
      {joinCode ? <Door code={joinCode} /> : <WhenAndWhere gathering={gathering} />}
      {(joinCode || headCount.people > 0) && (
        <div className={styles.arrived}>
          <p className={styles.count} role="status">
            {t("welcome.here", { count: headCount.people })}
          </p>
          {gathering.viewer.mayLead && <ArrivedUnits gatheringId={gathering.id} />}
        </div>
      )}
    </section>
  );
}

/** While nobody can come in: what there is to know. */
function WhenAndWhere({ gathering: { startsAt, place } }: { gathering: GatheringView }) {
  const { i18n } = useTranslation("plenary");
  const when = new Date(startsAt).toLocaleString(i18n.locales, { dateStyle: "full", timeStyle: "short" });
  return (
    <div className={styles.when}>
      <p>{when}</p>
      {place && <p>{place}</p>}
    </div>
  );
}

function Door({ code }: { code: string }) {
  const { t } = useTranslation("plenary");
  const address = useKept("address", useToldAddress()) ?? window.location.origin;
  return (
    <div className={styles.door}>
      <QrCode address={`${address}/j/${code}`} className={styles.qr} />
      <div className={styles.by}>
        <p className={styles.ask}>{t("welcome.scan")}</p>
        <p className={styles.address}>{new URL(address).host}</p>
        <p className={styles.ask}>{t("welcome.code")}</p>
        <p className={styles.code}>{code}</p>
      </div>
    </div>
  );
}

const parts: readonly FeedPart[] = ["PROGRAMME", "GROUPS", "PEOPLE", "VOTING"];

/** Units in the order they came. Only those who lead hear of people, so only their screen shows it. */
function ArrivedUnits({ gatheringId }: { gatheringId: string }) {
  useGathering(gatheringId, parts);
  const people = usePeople(gatheringId);
  const came = useMemo(() => people && unitsOf(people), [people]);
  const units = useKept(`units.${gatheringId}`, came) ?? [];
  return (
    <Fit of={units.map(({ id }) => id).join()} largest={1.4}>
      <ul className={styles.units}>
        {units.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </Fit>
  );
}

function unitsOf(people: readonly Person[]): Person["unit"][] {
  return [...new Map(people.map(({ unit }) => [unit.id, unit])).values()];
}
