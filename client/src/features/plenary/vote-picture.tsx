import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { PictureHead } from "./head.js";
import { roundShown } from "./rounds.js";
import styles from "./vote-picture.module.css";

/** How many have voted; never for what. */
export function VotePicture({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("plenary");
  const round = roundShown(gathering, false);
  if (!round) return <PictureHead gathering={gathering} title={t("vote.soon")} />;
  const { votedCount: voted, voterCount: voters } = round;
  return (
    <>
      <PictureHead gathering={gathering} title={round.title}>
        {t(round.state === "OPEN" ? "vote.how" : "vote.closed", {
          count: round.budget,
          max: round.maxPerIdea,
        })}
      </PictureHead>
      <div className={styles.count}>
        <p className={styles.number}>{voted}</p>
        <p className={styles.of}>{t("vote.of", { voters })}</p>
        <div className={styles.bar} aria-hidden="true">
          <span style={{ inlineSize: `${voters > 0 ? (voted / voters) * 100 : 0}%` }} />
        </div>
      </div>
    </>
  );
}
