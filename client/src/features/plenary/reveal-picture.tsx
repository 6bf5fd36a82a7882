import type { CSSProperties } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { langOf } from "../../i18n/written-language.js";
import type { GatheringView } from "../../live/index.js";
import { Fit } from "./fit.js";
import { PictureHead } from "./head.js";
import { type Bar, barsOf, roundShown } from "./rounds.js";
import styles from "./reveal-picture.module.css";

/** The result: rows of dots grow from the last place to the first, ties together. */
export function RevealPicture({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("plenary");
  const round = roundShown(gathering, true);
  if (!round?.results) return <PictureHead gathering={gathering} title={round?.title ?? t("vote.soon")} />;
  const bars = barsOf(round);
  const more = round.results.filter(({ dots }) => dots > 0).length - bars.length;
  const places = [...new Set(bars.map(({ place }) => place))].toReversed();
  return (
    <>
      <PictureHead gathering={gathering} title={round.title}>
        {t("reveal.voted", { voted: round.votedCount, voters: round.voterCount })}
      </PictureHead>
      <Fit key={round.id} of={`${round.id}${bars.length}`} largest={1.6}>
        <ol className={styles.bars}>
          {bars.map((bar) => (
            <BarRow key={bar.ideaId} bar={bar} turn={places.indexOf(bar.place)} top={bars[0]?.dots ?? 0} />
          ))}
        </ol>
        {more > 0 && <p className={styles.more}>{t("reveal.more", { count: more })}</p>}
      </Fit>
    </>
  );
}

/** More dots than this in a row run together: then a bar is drawn. */
const mostDots = 36;

/** The dots that an idea got, as one saw them given. `turn` counts from the last place, which grows first. */
function BarRow({ bar, turn, top }: { bar: Bar; turn: number; top: number }) {
  const { t } = useTranslation("plenary");
  const timing = { "--turn": turn, "--share": bar.share, "--dots": bar.dots } as CSSProperties;
  return (
    <li className={styles.row} data-first={bar.place === 1 || undefined} style={timing}>
      <p className={styles.place}>
        {bar.place}
        {bar.tied && <span className={styles.tied}>{t("reveal.tied")}</span>}
      </p>
      <div className={styles.words}>
        <p className={styles.idea} lang={langOf(bar.language)}>
          {bar.body}
        </p>
        <div className={styles.bar} data-whole={top > mostDots || undefined} aria-hidden="true">
          <span />
        </div>
      </div>
      <p className={styles.dots}>{t("reveal.dots", { count: bar.dots })}</p>
    </li>
  );
}
