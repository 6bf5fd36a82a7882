import { useParams } from "wouter";
import { useTranslation } from "../../i18n/use-translation.js";
import { type GatheringView, useConnection, useGathering } from "../../live/index.js";
import { NameMark } from "../../ui/name-mark.js";
import { useTitle } from "../../ui/use-title.js";
import { PlenaryPicture } from "./plenary-picture.js";
import { ProgrammeLine } from "./programme-line.js";
import { useAwake } from "./use-awake.js";
import { useHallKeys } from "./use-hall-keys.js";
import { useHallTheme } from "./use-hall-theme.js";
import { useKept } from "./use-kept.js";
import { useKeptCode } from "./use-kept-code.js";
import styles from "./plenary-screen.module.css";

/** What the hall sees. It has no controls and never shows an error: a lost net leaves the last picture and a small sign. */
export default function PlenaryScreen() {
  const id = useParams()["gatheringId"] ?? "";
  const { status, gathering: fresh } = useGathering(id);
  const gathering = useKept(`gathering.${id}`, fresh);
  const theme = useHallTheme();
  useAwake();
  useKeptCode();
  const isDark = useHallKeys(gathering, theme.toggle);
  const isBlack = isDark || gathering?.projection.view === "BLACK";
  const isClosed = status === "gone" || status === "stopped";
  return (
    <main
      className={styles.hall}
      data-theme="projector"
      data-color-scheme={theme.scheme}
      data-black={isBlack || undefined}
    >
      {gathering ? (
        <Hall gathering={gathering} isBlack={isBlack} isFresh={status === "ready" || status === "loading"} />
      ) : (
        <Waiting isClosed={isClosed} />
      )}
    </main>
  );
}

interface HallProps {
  gathering: GatheringView;
  isBlack: boolean;
  /** Whether the picture is the server's, as far as we know. */
  isFresh: boolean;
}

function Hall({ gathering, isBlack, isFresh }: HallProps) {
  const { t } = useTranslation("plenary");
  useTitle(t("title", { gathering: gathering.title }));
  return (
    <>
      {!isBlack && <ProgrammeLine {...gathering} />}
      {!isBlack && <PlenaryPicture gathering={gathering} />}
      <NetSign isFresh={isFresh} />
    </>
  );
}

/** A small dot with a word, in a corner: enough for the leader, nothing for the hall. */
function NetSign({ isFresh }: { isFresh: boolean }) {
  const { t } = useTranslation("plenary");
  const isOnline = useConnection() === "online" && isFresh;
  return (
    <p className={styles.sign} role="status">
      {!isOnline && <span>{t("offline")}</span>}
    </p>
  );
}

/** Before there is any picture. */
function Waiting({ isClosed }: { isClosed: boolean }) {
  const { t } = useTranslation(["plenary", "shell"]);
  return (
    <div className={styles.waiting}>
      <NameMark name={t("shell:name")} />
      {isClosed && <p>{t("closed")}</p>}
    </div>
  );
}
