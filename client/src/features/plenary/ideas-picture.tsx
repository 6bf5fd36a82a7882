import { useTranslation } from "../../i18n/use-translation.js";
import { type GatheringView, usePulse, useServerNow } from "../../live/index.js";
import { signatureOf, standingIdeas, useCards } from "../lead/use-cards.js";
import { Fit } from "./fit.js";
import { HallCard } from "./hall-card.js";
import { PictureHead } from "./head.js";
import { useKept } from "./use-kept.js";
import styles from "./ideas-picture.module.css";

/** Every idea that stands for itself, as they land. */
export function IdeasPicture({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("plenary");
  const found = useCards(gathering.id, "IDEA", useLandings(gathering.id));
  const ideas = standingIdeas(useKept(`ideas.${gathering.id}`, found) ?? []);
  return (
    <>
      <PictureHead gathering={gathering} title={t("ideas.title")}>
        {t("ideas.count", { count: ideas.length })}
      </PictureHead>
      <Fit of={ideas.map(({ id, revision }) => `${id}${revision}`).join()} largest={1.9}>
        <ul className={styles.ideas}>
          {ideas.map((idea) => (
            <li key={idea.id}>
              <HallCard
                kind="IDEA"
                body={idea.body}
                language={idea.language}
                from={signatureOf(idea)}
                kindIsKnown
              />
            </li>
          ))}
        </ul>
      </Fit>
    </>
  );
}

const lookAgainEvery = 8_000;

/**
 * Changes when an idea may have come, gone or changed on some board: the pulse tells of every write. It does not tell
 * of ideas that were merged, so one looks again now and then.
 */
function useLandings(gatheringId: string): string {
  const pulses = usePulse(gatheringId) ?? [];
  const turn = Math.floor(useServerNow(lookAgainEvery) / lookAgainEvery);
  const landed = pulses
    .map(({ boardId, cards, lastWriteAt }) => {
      const ideas = cards.find(({ kind }) => kind === "IDEA")?.count ?? 0;
      return ideas > 0 ? `${boardId}${ideas}${lastWriteAt}` : "";
    })
    .join("");
  return `${turn} ${landed}`;
}
