import {
  type OwnProfessionsQuery,
  OwnProfessionsDocument,
  type Profession,
  SetProfessionDocument,
} from "@ordskifte/schema";
import { useEffect, useState } from "react";
import { liveLayer } from "../../app/live-layer.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { Field } from "../../ui/field.js";
import { Heading } from "../../ui/heading.js";
import { ProfessionSelect } from "../join/profession-select.js";
import styles from "./own-data-screen.module.css";

type Gathering = OwnProfessionsQuery["viewer"]["gatherings"][number];

/** What the reader said they work as, gathering by gathering, to be changed or taken back. */
export function OwnProfessions() {
  const { t } = useTranslation(["ownData", "join"]);
  const gatherings = useOwnGatherings();
  if (gatherings.length === 0) return null;
  return (
    <section className={styles.part}>
      <Heading level={2} data-size="sm">
        {t("join:professionOf")}
      </Heading>
      <p>{t("professionBody")}</p>
      {gatherings.map((gathering) => (
        <OwnProfession key={gathering.id} gathering={gathering} />
      ))}
    </section>
  );
}

function OwnProfession({ gathering: { title, viewer, professions } }: { gathering: Gathering }) {
  const { t } = useTranslation("ownData");
  const participantId = viewer.participant?.id ?? "";
  const before = professions.find((said) => said.participantId === participantId)?.profession ?? null;
  const [profession, setProfession] = useState<Profession | null>(before);
  const [failed, setFailed] = useState(false);
  const choose = async (chosen: Profession | null) => {
    setProfession(chosen);
    const isKept = await say(participantId, chosen);
    setFailed(!isKept);
    if (!isKept) setProfession(profession);
  };
  return (
    <Field
      label={title}
      error={failed ? t("professionFailed") : undefined}
      control={<ProfessionSelect profession={profession} onChoose={(chosen) => void choose(chosen)} />}
    />
  );
}

/** Answers whether it was kept. */
async function say(participantId: string, profession: Profession | null): Promise<boolean> {
  try {
    const [live, { runCommand }] = await Promise.all([liveLayer(), import("../../live/index.js")]);
    const { __typename } = await runCommand(live, SetProfessionDocument, { participantId, profession });
    return __typename === "GatheringWritten";
  } catch {
    return false;
  }
}

/** Those at which the reader is alone at their device, and which can still be changed; none until they are known. */
function useOwnGatherings(): readonly Gathering[] {
  const [gatherings, setGatherings] = useState<readonly Gathering[]>([]);
  useEffect(() => {
    const ask = async () => {
      const { viewer } = await (await liveLayer()).server.ask(OwnProfessionsDocument, {});
      setGatherings(viewer.gatherings.filter(isOpen));
    };
    ask().catch(() => setGatherings([]));
  }, []);
  return gatherings;
}

function isOpen({ state, viewer }: Gathering): boolean {
  return state !== "ARCHIVED" && viewer.participant?.people === 1;
}
