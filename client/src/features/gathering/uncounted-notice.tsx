import { useTranslation } from "../../i18n/use-translation.js";
import { langOf } from "../../i18n/written-language.js";
import type { BallotItem } from "../../live/index.js";
import { Button } from "../../ui/button.js";
import { inShort } from "../../ui/marks.js";
import { Notice } from "../../ui/notice.js";
import { dotsOn, together } from "./ballot.js";
import { useUncounted, useUncountedWords } from "./uncounted.js";
import type { Round } from "./use-ballot.js";
import styles from "./ballot-screen.module.css";

interface UncountedNoticeProps {
  round: Round;
  /** Whether a change is told of elsewhere, where it was made. */
  isToldElsewhere?: (item: BallotItem) => boolean;
}

/** That the last change of a ballot came too late, and what counts; it stays until it has been read. */
export function UncountedNotice({ round, isToldElsewhere = () => false }: UncountedNoticeProps) {
  const { t } = useTranslation("gathering");
  const uncounted = useUncounted(round.id);
  const wordsOf = useUncountedWords();
  const items = uncounted.items.filter((item) => !isToldElsewhere(item));
  const [first] = items;
  if (!first) return null;
  const understood = (
    <Button data-size="sm" variant="secondary" onClick={() => uncounted.dismiss(items)}>
      {t("uncounted.understood")}
    </Button>
  );
  return (
    <div className={styles.uncounted}>
      <Notice icon="refused" actions={understood}>
        <p>{wordsOf(first)}</p>
        <WhatCounts round={round} />
      </Notice>
    </div>
  );
}

/** The dots that the server has from this device. */
function WhatCounts({ round }: { round: Round }) {
  const { t } = useTranslation("gathering");
  const counted = together(round.viewerBallots);
  const given = round.candidates.filter(({ ideaId }) => dotsOn(counted, ideaId) > 0);
  if (given.length === 0) return <p>{t("uncounted.none")}</p>;
  return (
    <>
      <p>{t("uncounted.counts")}</p>
      <ul>
        {given.map(({ ideaId, body, language }) => (
          <li key={ideaId}>
            <q lang={langOf(language)}>{inShort(body)}</q>{" "}
            <span className={styles.dots}>{t("ballot.dots", { count: dotsOn(counted, ideaId) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
