import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Icon } from "../../ui/icons.js";
import { Fit } from "./fit.js";
import { PictureHead } from "./head.js";
import styles from "./programme-picture.module.css";

/** The whole day, and where in it we are. */
export function ProgrammePicture({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation(["plenary", "ui"]);
  const { programme, currentItemId } = gathering;
  const at = programme.findIndex(({ id }) => id === currentItemId);
  return (
    <>
      <PictureHead gathering={gathering} title={gathering.title} />
      <Fit of={programme.map(({ id, title }) => id + title).join()} largest={1.9}>
        <ol className={styles.items}>
          {programme.map((item, index) => (
            <li
              key={item.id}
              className={styles.item}
              data-time={index === at ? "now" : index < at ? "past" : "ahead"}
              aria-current={index === at ? "step" : undefined}
            >
              <span className={styles.mark}>{index < at ? <Icon name="saved" /> : index + 1}</span>
              <span className={styles.title}>{item.title}</span>
              <span className={styles.minutes}>
                {index === at ? t("ui:programme.here") : t("minutes", { count: item.minutes })}
              </span>
            </li>
          ))}
        </ol>
      </Fit>
    </>
  );
}
