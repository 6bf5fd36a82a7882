import { SendToPlenaryDocument } from "@ordskifte/schema";
import { useTranslation } from "../../../i18n/use-translation.js";
import type { GatheringView } from "../../../live/index.js";
import { Fold } from "../../../ui/fold.js";
import { ActButton } from "../act-button.js";
import { Problem } from "../problem.js";
import { signatureOf, standingIdeas, useCards } from "../use-cards.js";
import { useLeaderAct } from "../use-leader-act.js";
import styles from "./gather.module.css";

/** Ideas on the boards that nobody has sent; whoever leads may send any of them. */
export function NotSent({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("gather");
  const sent = new Set(gathering.plenaryIdeas.map(({ id }) => id));
  const all = standingIdeas(useCards(gathering.id, "IDEA", sent.size) ?? []);
  const left = all.filter(({ id }) => !sent.has(id));
  const { run, isBusy, problem } = useLeaderAct(SendToPlenaryDocument);
  if (left.length === 0) return null;
  return (
    <Fold summary={t("left", { count: left.length })}>
      <Problem text={problem} />
      <ul className={styles.left}>
        {left.map((idea) => (
          <li key={idea.id}>
            <span>
              {idea.body} <span className={styles.from}>{signatureOf(idea)}</span>
            </span>
            <ActButton
              variant="secondary"
              data-size="sm"
              isBusy={isBusy}
              aria-label={t("sendNamed", { idea: idea.body })}
              onPress={() => void run({ contributionId: idea.id })}
            >
              {t("send")}
            </ActButton>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
