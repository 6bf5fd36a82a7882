import { useEffect, useRef } from "react";
import { useAnnounce } from "../../ui/announcer.js";
import { Button } from "../../ui/button.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { langOf } from "../../i18n/written-language.js";
import { Icon } from "../../ui/icons.js";
import { Dots } from "../../ui/dots.js";
import { SaveState } from "../../ui/save-state.js";
import { dotsLeft, dotsOn } from "./ballot.js";
import { type Ballot, type Round, useBallot } from "./use-ballot.js";
import styles from "./ballot-form.module.css";

interface BallotFormProps {
  gatheringId: string;
  round: Round;
  voter: number;
}

/** Every touch is a whole ballot on its way: there is no button to forget. */
export function BallotForm({ gatheringId, round, voter }: BallotFormProps) {
  const { t } = useTranslation("gathering");
  const { budget, maxPerIdea, per } = round;
  const rule = t("ballot.rule", { count: budget, max: maxPerIdea });
  return (
    <BallotPaper
      round={round}
      ballot={useBallot(gatheringId, round, voter)}
      rule={per === "UNIT" ? `${t("unitBallot")} ${rule}` : rule}
      budget={budget}
      most={maxPerIdea}
    />
  );
}

interface BallotPaperProps {
  round: Round;
  ballot: Ballot;
  /** How it is done, in words. */
  rule: string;
  /** All dots at hand, and the most on one idea. */
  budget: number;
  most: number;
}

/** The ideas with their dots, and what is left. */
export function BallotPaper({ round, ballot, rule, budget, most }: BallotPaperProps) {
  const left = dotsLeft(ballot.choices, budget);
  return (
    <>
      <p className={styles.rule}>{rule}</p>
      <ul className={styles.ideas}>
        {round.candidates.map((candidate) => (
          <li key={candidate.ideaId} className={styles.idea}>
            <div className={styles.text}>
              <p lang={langOf(candidate.language)}>{candidate.body}</p>
              <p className={styles.board}>{candidate.boardTitle}</p>
            </div>
            <Dots
              isTight
              idea={candidate.body}
              value={dotsOn(ballot.choices, candidate.ideaId)}
              max={Math.min(most, budget)}
              left={left}
              onChange={(dots) => ballot.give(candidate.ideaId, dots)}
            />
          </li>
        ))}
      </ul>
      <BallotFoot ballot={ballot} left={left} />
    </>
  );
}

function BallotFoot({ ballot, left }: { ballot: Ballot; left: number }) {
  const { t } = useTranslation("gathering");
  useBallotTold(ballot);
  return (
    <div className={styles.foot}>
      <div>
        <p className={styles.left} aria-live="polite">
          {left > 0 ? t("ballot.left", { count: left }) : t("ballot.none")}
        </p>
        {ballot.state && ballot.state !== "refused" && <SaveState state={ballot.state} />}
      </div>
      {ballot.uncounted && <Uncounted words={ballot.uncounted} onDismiss={ballot.dismiss} />}
      {!ballot.uncounted && ballot.choices.length > 0 && (
        <Button variant="tertiary" data-size="sm" onClick={ballot.retract}>
          {t("ballot.retract")}
        </Button>
      )}
    </div>
  );
}

/** Beside the dots, which show what counts. The screen around says it to those who do not see it come. */
function Uncounted({ words, onDismiss }: { words: string; onDismiss: () => void }) {
  const { t } = useTranslation("gathering");
  return (
    <div className={styles.uncounted}>
      <Icon name="refused" />
      <p>
        {words} {t("uncounted.dots")}
      </p>
      <Button variant="secondary" data-size="sm" onClick={onDismiss}>
        {t("uncounted.understood")}
      </Button>
    </div>
  );
}

/** Says it when a ballot has come to be saved or to wait; that it is sent is no news. */
function useBallotTold({ state }: Ballot): void {
  const { t } = useTranslation(["gathering", "ui"]);
  const announce = useAnnounce();
  const before = useRef(state);
  useEffect(() => {
    const isNews = state !== before.current && before.current !== "refused";
    if (isNews && state === "saved") announce(t("gathering:hint.voted"), "ballot");
    if (isNews && state === "waiting") announce(t("ui:card.waiting"), "ballot");
    before.current = state;
  }, [state, announce, t]);
}
