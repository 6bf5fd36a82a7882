import { UnmergeIdeaDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../../i18n/use-translation.js";
import type { GatheringView } from "../../../live/index.js";
import { useTold } from "../../../ui/announcer.js";
import { Button } from "../../../ui/button.js";
import { Dialog } from "../../../ui/dialog.js";
import { EmptyState } from "../../../ui/states.js";
import { ActButton } from "../act-button.js";
import { Problem } from "../problem.js";
import { useLeaderAct } from "../use-leader-act.js";
import { IdeaList } from "./idea-list.js";
import { IdeasPerGroup } from "./ideas-per-group.js";
import { NotSent } from "./not-sent.js";
import { SimilarPairs } from "./similar-pairs.js";
import styles from "./gather.module.css";

interface GatherDialogProps {
  gathering: GatheringView;
  open: boolean;
  onClose: () => void;
}

/** The plenary's ideas: what the groups sent, what may say the same, merging by drag or by keys, and a way back. */
export function GatherDialog({ gathering, open, onClose }: GatherDialogProps) {
  const { t } = useTranslation("gather");
  return (
    <Dialog open={open} onClose={onClose} title={t("title")} wide>
      {open && <Gathered gathering={gathering} />}
    </Dialog>
  );
}

/** What was merged last, so that it can be let go at once. */
interface Merged {
  readonly fromId: string;
  readonly body: string;
}

function Gathered({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("gather");
  const [merged, setMerged] = useState<Merged | null>(null);
  const ideas = gathering.plenaryIdeas;
  const bodyOf = (id: string) => ideas.find((idea) => idea.id === id)?.body ?? "";
  const onMerged = (fromId: string) => setMerged({ fromId, body: bodyOf(fromId) });
  return (
    <div className={styles.gather}>
      <IdeasPerGroup gathering={gathering} />
      {merged && <Undo merged={merged} onDone={() => setMerged(null)} />}
      <SimilarPairs gathering={gathering} onMerged={onMerged} />
      {ideas.length === 0 ? (
        <EmptyState icon="idea" title={t("none")}>
          {t("noneBody")}
        </EmptyState>
      ) : (
        <IdeaList ideas={ideas} onMerged={onMerged} />
      )}
      <NotSent gathering={gathering} />
    </div>
  );
}

function Undo({ merged, onDone }: { merged: Merged; onDone: () => void }) {
  const { t } = useTranslation("gather");
  const { run, isBusy, problem } = useLeaderAct(UnmergeIdeaDocument);
  useTold(t("merged", { idea: merged.body }));
  const undo = async () => {
    if (await run({ contributionId: merged.fromId })) onDone();
  };
  return (
    <div className={styles.undo}>
      <span>{t("merged", { idea: merged.body })}</span>
      <ActButton variant="secondary" data-size="sm" isBusy={isBusy} onPress={() => void undo()}>
        {t("undo")}
      </ActButton>
      <Button variant="tertiary" data-size="sm" onClick={onDone}>
        {t("fine")}
      </Button>
      <Problem text={problem} />
    </div>
  );
}
