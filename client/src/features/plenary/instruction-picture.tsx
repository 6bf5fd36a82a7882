import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { stepsIn } from "../lead/programme-steps.js";
import { Fit } from "./fit.js";
import { HallClock } from "./head.js";
import styles from "./instruction-picture.module.css";

/** What we do now, and how long it lasts. */
export function InstructionPicture({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation(["plenary", "ui"]);
  const item = stepsIn(gathering).current;
  const isSilent = item?.writing === "SILENT" && item.openedAt === null;
  const text = item?.instruction ?? "";
  return (
    <section className={styles.picture}>
      <header className={styles.head}>
        <p className={styles.where}>
          {item ? t(`ui:arena.${item.arena}`) : gathering.networkName}
          {item && item.arena !== "PLENARY" && ` · ${t(`ui:phase.${gathering.phase}`)}`}
          {isSilent && ` · ${t("instruction.silent")}`}
        </p>
        <h1 className={styles.title}>{item?.title ?? gathering.title}</h1>
      </header>
      {text && (
        <Fit of={text} largest={2.8}>
          <p className={styles.text}>{text}</p>
        </Fit>
      )}
      <p className={styles.clock}>
        <HallClock gathering={gathering} />
      </p>
    </section>
  );
}
