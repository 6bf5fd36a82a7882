import { MergeIdeasDocument, SimilarIdeasDocument, type SimilarIdeasQuery } from "@ordskifte/schema";
import { useEffect, useState } from "react";
import { useTranslation } from "../../../i18n/use-translation.js";
import { type GatheringView, useLive } from "../../../live/index.js";
import { Button } from "../../../ui/button.js";
import { ActButton } from "../act-button.js";
import { Problem } from "../problem.js";
import { useLeaderAct } from "../use-leader-act.js";
import { keyOf, pairsToShow } from "./pairs.js";
import styles from "./gather.module.css";

type Similar = NonNullable<SimilarIdeasQuery["gathering"]["similarIdeas"]>;

interface SimilarPairsProps {
  gathering: GatheringView;
  onMerged: (fromId: string) => void;
}

/** Ideas that may say the same, two and two; whoever leads says whether they do. */
export function SimilarPairs({ gathering, onMerged }: SimilarPairsProps) {
  const { t } = useTranslation("gather");
  const similar = useSimilar(gathering);
  const [different, setDifferent] = useState<ReadonlySet<string>>(new Set());
  const { run, isBusy, problem } = useLeaderAct(MergeIdeasDocument);
  const pairs = pairsToShow(similar?.pairs ?? [], gathering.plenaryIdeas, different);
  if (pairs.length === 0) return null;
  const merge = async (intoId: string, fromId: string) => {
    if (await run({ intoId, fromIds: [fromId] })) onMerged(fromId);
  };
  return (
    <section className={styles.similar} aria-label={t("similar.title")}>
      <h3 className={styles.heading}>{t("similar.title")}</h3>
      {similar && !similar.byLetters && <p className={styles.note}>{t("similar.wordsOnly")}</p>}
      <Problem text={problem} />
      <ul className={styles.pairs}>
        {pairs.slice(0, 5).map(({ one, other }) => (
          <li key={keyOf(one.id, other.id)} className={styles.pair}>
            <p>{one.body}</p>
            <p>{other.body}</p>
            <span className={styles.buttons}>
              <ActButton
                variant="secondary"
                data-size="sm"
                isBusy={isBusy}
                onPress={() => void merge(one.id, other.id)}
              >
                {t("similar.same")}
              </ActButton>
              <Button
                variant="tertiary"
                data-size="sm"
                onClick={() => setDifferent(new Set([...different, keyOf(one.id, other.id)]))}
              >
                {t("similar.different")}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asked again when what stands in the plenary has changed. */
function useSimilar({ id, plenaryIdeas }: GatheringView): Similar | null {
  const { server } = useLive();
  const [similar, setSimilar] = useState<Similar | null>(null);
  const standing = plenaryIdeas.map((idea) => `${idea.id}${idea.mergedIntoId}${idea.body}`).join();
  useEffect(() => {
    let wanted = true;
    server.ask(SimilarIdeasDocument, { id }).then(
      ({ gathering }) => wanted && setSimilar(gathering.similarIdeas),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [server, id, standing]);
  return similar;
}
