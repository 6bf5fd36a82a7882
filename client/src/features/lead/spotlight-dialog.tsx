import { ProjectDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { langOf } from "../../i18n/written-language.js";
import type { GatheringView } from "../../live/index.js";
import { Dialog } from "../../ui/dialog.js";
import { Field } from "../../ui/field.js";
import { EmptyState, ErrorState, LoadingState } from "../../ui/states.js";
import { ActButton } from "./act-button.js";
import { Problem } from "./problem.js";
import { type GatheringCard, signatureOf, useFetchedCards } from "./use-cards.js";
import { useLeaderAct } from "./use-leader-act.js";
import styles from "./rows.module.css";

interface SpotlightDialogProps {
  gathering: GatheringView;
  open: boolean;
  onClose: () => void;
}

/** Chooses the one example that the hall reads together. */
export function SpotlightDialog({ gathering, open, onClose }: SpotlightDialogProps) {
  const { t } = useTranslation("lead");
  return (
    <Dialog open={open} onClose={onClose} title={t("spotlight.title")}>
      <Examples gathering={gathering} onDone={onClose} />
    </Dialog>
  );
}

function Examples({ gathering, onDone }: { gathering: GatheringView; onDone: () => void }) {
  const { t } = useTranslation("lead");
  const { cards, isFailed, again } = useFetchedCards(gathering.id, "PRACTICE_EXAMPLE", "");
  const [words, setWords] = useState("");
  const { run, isBusy, problem } = useLeaderAct(ProjectDocument);
  if (isFailed) return <ErrorState onRetry={again} />;
  if (!cards) return <LoadingState />;
  const open = cards.filter(({ visibility }) => visibility === "OPEN");
  if (open.length === 0) return <EmptyState icon="example" title={t("spotlight.none")} />;
  const show = async (contributionId: string) => {
    if (await run({ gatheringId: gathering.id, view: "SPOTLIGHT", contributionId })) onDone();
  };
  return (
    <>
      <Field
        label={t("spotlight.search")}
        control={<input type="search" value={words} onChange={(event) => setWords(event.target.value)} />}
      />
      <Problem text={problem} />
      <ul className={styles.scroll}>
        {open
          .filter((card) => has(card, words))
          .map((card) => (
            <ExampleRow
              key={card.id}
              card={card}
              isShown={gathering.projection.contributionId === card.id}
              isBusy={isBusy}
              onShow={() => void show(card.id)}
            />
          ))}
      </ul>
    </>
  );
}

interface ExampleRowProps {
  card: GatheringCard;
  isShown: boolean;
  isBusy: boolean;
  onShow: () => void;
}

function ExampleRow({ card, isShown, isBusy, onShow }: ExampleRowProps) {
  const { t } = useTranslation("lead");
  const title = titleOf(card);
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        <span lang={langOf(card.language)}>{title}</span>
        <span className={styles.more}>{signatureOf(card) ?? t("spotlight.anonymous")}</span>
      </span>
      {isShown ? (
        <span>{t("spotlight.shown")}</span>
      ) : (
        <ActButton
          variant="secondary"
          data-size="sm"
          isBusy={isBusy}
          aria-label={t("spotlight.showThis", { title })}
          onPress={onShow}
        >
          {t("spotlight.show")}
        </ActButton>
      )}
    </li>
  );
}

function titleOf(card: GatheringCard): string {
  return card.__typename === "PracticeExample" ? card.title : card.body;
}

function has(card: GatheringCard, words: string): boolean {
  const text = `${titleOf(card)} ${card.body} ${signatureOf(card) ?? ""}`.toLowerCase();
  return text.includes(words.trim().toLowerCase());
}
