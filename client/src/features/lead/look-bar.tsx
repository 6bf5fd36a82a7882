import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { useTold } from "../../ui/announcer.js";
import { Button } from "../../ui/button.js";
import { ActButton } from "./act-button.js";
import { useLooking } from "./looking.js";
import { Problem } from "./problem.js";
import { stepsIn } from "./programme-steps.js";
import { useGoing } from "./use-going.js";
import styles from "./look-bar.module.css";

type Item = GatheringView["programme"][number];

/** What the leader looks at while the hall is elsewhere: the way back, and the deliberate act of bringing everybody. */
export function LookBar({ gathering, item }: { gathering: GatheringView; item: Item }) {
  const { t } = useTranslation(["gather", "ui"]);
  const { look } = useLooking();
  const { go, isBusy, problem } = useGoing(gathering);
  const words = t("look.body", { title: stepsIn(gathering).current?.title ?? gathering.title });
  useTold(words, "look");
  const bring = async () => {
    if (await go(item)) look(null);
  };
  return (
    <section className={styles.look} aria-label={t("look.label")}>
      <p className={styles.where}>{t("look.label")}</p>
      <h2 className={styles.title}>{item.title}</h2>
      {item.instruction && <p className={styles.instruction}>{item.instruction}</p>}
      <p>{words}</p>
      <div className={styles.buttons}>
        <Button variant="secondary" onClick={() => look(null)}>
          {t("look.back")}
        </Button>
        <ActButton variant="tertiary" isBusy={isBusy} onPress={() => void bring()}>
          {t("look.bring")}
        </ActButton>
      </div>
      <Problem text={problem} />
    </section>
  );
}
