import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { stepsIn } from "../lead/programme-steps.js";
import { DayPicture } from "./day-picture.js";
import { Fit } from "./fit.js";
import styles from "./closing-picture.module.css";

/** Thanks, and where everything can be read again. */
export function ClosingPicture({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("plenary");
  const { headCount } = gathering;
  const people = t("closing.people", { count: headCount.people });
  const units = t("closing.units", { count: headCount.units });
  const item = stepsIn(gathering).current;
  const words = item?.kind === "CLOSING" ? item.instruction : "";
  return (
    <section className={styles.closing}>
      <div className={styles.said}>
        <p className={styles.network}>{gathering.title}</p>
        <h1 className={styles.thanks}>{t("closing.thanks")}</h1>
        {words && (
          <Fit of={words} largest={1.6}>
            <p className={styles.words}>{words}</p>
          </Fit>
        )}
        <p className={styles.who}>{t("closing.who", { people, units })}</p>
        <p className={styles.again}>{t("closing.again")}</p>
      </div>
      <DayPicture gathering={gathering} />
    </section>
  );
}
