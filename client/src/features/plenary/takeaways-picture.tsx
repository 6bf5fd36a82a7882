import { useTranslation } from "../../i18n/use-translation.js";
import { type GatheringView, usePulse, useServerNow } from "../../live/index.js";
import { useCards } from "../lead/use-cards.js";
import { Fit } from "./fit.js";
import { HallCard } from "./hall-card.js";
import { largestFor } from "./ideas-picture.js";
import { PictureHead } from "./head.js";
import { promisesOf } from "./promises.js";
import { UnitsSoFar } from "./units-so-far.js";
import { useKept } from "./use-kept.js";
import styles from "./ideas-picture.module.css";

/** One promise from each unit: what it takes home to try. */
export function TakeawaysPicture({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("plenary");
  const found = useCards(gathering.id, "TAKEAWAY", useTaken(gathering.id));
  const open = (useKept(`takeaways.${gathering.id}`, found) ?? []).filter(
    ({ visibility }) => visibility === "OPEN",
  );
  const promises = promisesOf(open);
  return (
    <>
      <PictureHead gathering={gathering} title={t("takeaways.title")}>
        {t("takeaways.count", { count: promises.length, units: gathering.headCount.units })}
      </PictureHead>
      <UnitsSoFar chosen={promises.length} units={gathering.headCount.units} />
      {promises.length === 0 && <p className={styles.none}>{t("takeaways.none")}</p>}
      <Fit of={promises.map(({ id, body }) => id + body).join()} largest={largestFor(promises.length)}>
        <ul className={styles.ideas} data-few={promises.length < 4 || undefined}>
          {promises.map(({ id, body, language, unit }) => (
            <li key={id}>
              <HallCard kind="TAKEAWAY" body={body} language={language} from={unit} kindIsKnown />
            </li>
          ))}
        </ul>
      </Fit>
    </>
  );
}

const lookAgainEvery = 8_000;

/** Changes when something may have been taken home: the pulse tells of every write; hidden cards are seen to now and then. */
function useTaken(gatheringId: string): string {
  const turn = Math.floor(useServerNow(lookAgainEvery) / lookAgainEvery);
  const counts = (usePulse(gatheringId) ?? []).map(
    ({ boardId, cards }) => `${boardId}${cards.find(({ kind }) => kind === "TAKEAWAY")?.count ?? 0}`,
  );
  return `${turn} ${counts.join()}`;
}
