import { Button } from "../../ui/button.js";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Icon } from "../../ui/icons.js";
import { readyIn, signsNow, useSign } from "./use-sign.js";
import styles from "./sign-bar.module.css";

type Group = GatheringView["groups"][number];

interface SignBarProps {
  gathering: GatheringView;
  /** Whom the caller sits with; null without a seat. */
  group: Group | null;
}

/** Two things to say without a word: I am ready, and come to us. Only while it goes on, and only for those who take part. */
export function SignBar({ gathering, group }: SignBarProps) {
  const { t } = useTranslation("running");
  const me = gathering.viewer.participant;
  if (!me || gathering.state !== "LIVE" || gathering.currentItemId === null) return null;
  return (
    <section className={styles.bar} aria-label={t("sign.label")}>
      <SignButtons gathering={gathering} several={me.people > 1} />
      <p className={styles.count}>
        <ReadyWords gathering={gathering} group={group} />
      </p>
    </section>
  );
}

/** How far those one sits with have come, and all of them. */
function ReadyWords({ gathering, group }: SignBarProps) {
  const { t } = useTranslation("running");
  const allReady = signsNow(gathering).ready;
  const all = gathering.headCount.people;
  if (!group || group.arena === "PLENARY") return t("sign.count", { ready: allReady, people: all });
  const words = { ready: readyIn(gathering, group.id), people: group.people, allReady, all };
  return t(group.arena === "UNIT" ? "sign.inUnit" : "sign.inGroup", words);
}

function SignButtons({ gathering, several }: { gathering: GatheringView; several: boolean }) {
  const { t } = useTranslation("running");
  const { ready, hand, set } = useSign(gathering);
  return (
    <div className={styles.buttons}>
      <Button
        variant={ready ? "primary" : "secondary"}
        aria-pressed={ready}
        onClick={() => set({ ready: !ready })}
      >
        <Icon name={ready ? "ready" : "notReady"} />
        {t(several ? "sign.weAreReady" : "sign.ready")}
      </Button>
      <Button
        variant={hand ? "primary" : "secondary"}
        data-color={hand ? "brand1" : "accent"}
        aria-pressed={hand}
        onClick={() => set({ hand: !hand })}
      >
        <Icon name="hand" />
        {t(hand ? "sign.handDown" : "sign.hand")}
      </Button>
      {hand && <p className={styles.told}>{t("sign.handTold")}</p>}
    </div>
  );
}
