import type { Language } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { type GatheringView, usePulse, useServerNow } from "../../live/index.js";
import { signatureOf, standingIdeas, useCards } from "../lead/use-cards.js";
import { Fit } from "./fit.js";
import { HallCard } from "./hall-card.js";
import { PictureHead } from "./head.js";
import { useKept } from "./use-kept.js";
import styles from "./ideas-picture.module.css";

/** What the groups have sent to the plenary, as it lands; while nothing is sent, every idea that stands for itself. */
export function IdeasPicture({ gathering }: { gathering: GatheringView }) {
  const sent = gathering.plenaryIdeas.filter(({ mergedIntoId }) => mergedIntoId === null);
  if (sent.length === 0) return <AllIdeas gathering={gathering} />;
  const ideas = sent.map((idea) => ({ ...idea, from: originOf(idea), revision: idea.body }));
  return <Ideas gathering={gathering} ideas={ideas} />;
}

function originOf({ boardTitle, unitName }: GatheringView["plenaryIdeas"][number]): string {
  return unitName ? `${boardTitle} · ${unitName}` : boardTitle;
}

function AllIdeas({ gathering }: { gathering: GatheringView }) {
  const found = useCards(gathering.id, "IDEA", useLandings(gathering.id));
  const ideas = standingIdeas(useKept(`ideas.${gathering.id}`, found) ?? []);
  return <Ideas gathering={gathering} ideas={ideas.map((idea) => ({ ...idea, from: signatureOf(idea) }))} />;
}

/** A few cards are set as large as a title; many keep to the size of a text, so that they do not shrink at each new one. */
export function largestFor(cards: number): number {
  return cards < 4 ? 2.8 : 1.9;
}

interface Landed {
  readonly id: string;
  readonly body: string;
  readonly language: Language | null;
  readonly from: string | null;
  /** Changes with its words. */
  readonly revision: number | string;
}

function Ideas({ gathering, ideas }: { gathering: GatheringView; ideas: readonly Landed[] }) {
  const { t } = useTranslation("plenary");
  return (
    <>
      <PictureHead gathering={gathering} title={t("ideas.title")}>
        {t("ideas.count", { count: ideas.length })}
      </PictureHead>
      <Fit of={ideas.map(({ id, revision }) => `${id}${revision}`).join()} largest={largestFor(ideas.length)}>
        <ul className={styles.ideas} data-few={ideas.length < 4 || undefined}>
          {ideas.map(({ id, body, language, from }) => (
            <li key={id}>
              <HallCard kind="IDEA" body={body} language={language} from={from} kindIsKnown />
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
