import { useTranslation } from "../../i18n/use-translation.js";
import { Icon } from "../../ui/icons.js";
import type { Round } from "./use-ballot.js";
import styles from "./voter-choice.module.css";

interface VoterChoiceProps {
  people: number;
  voter: number;
  round: Round;
  onChoose: (voter: number) => void;
}

/** Where several share a screen, each has a ballot of their own and passes the device on. */
export function VoterChoice({ people, voter, round, onChoose }: VoterChoiceProps) {
  const { t } = useTranslation("gathering");
  const voted = new Set(
    round.viewerBallots.filter(({ choices }) => choices.length > 0).map((ballot) => ballot.voter),
  );
  return (
    <fieldset className={styles.voters}>
      <legend className={styles.legend}>{t("ballot.voters")}</legend>
      {Array.from({ length: people }, (_, index) => index + 1).map((number) => (
        <label key={number} className={styles.voter}>
          <input type="radio" name="voter" checked={voter === number} onChange={() => onChoose(number)} />
          {t("ballot.voter", { number })}
          {voted.has(number) && <Icon name="saved" />}
        </label>
      ))}
    </fieldset>
  );
}
