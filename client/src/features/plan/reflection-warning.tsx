import { AddItemDocument, type ItemFields } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Icon } from "../../ui/icons.js";
import { ActButton } from "../lead/act-button.js";
import { Problem } from "../lead/problem.js";
import { useLeaderAct } from "../lead/use-leader-act.js";
import styles from "./programme-editor.module.css";

const MINUTES = 10;

/** Says that nobody gets time to think, and offers ten minutes before the day ends. */
export function ReflectionWarning({ gathering: { id, programme } }: { gathering: GatheringView }) {
  const { t } = useTranslation("plan");
  const { run, isBusy, problem } = useLeaderAct(AddItemDocument);
  const last = programme.findLastIndex(({ atHome, kind }) => !atHome && kind !== "CLOSING");
  const add = () =>
    void run({
      gatheringId: id,
      item: reflection(t("reflection.itemTitle"), t("reflection.instruction")),
      afterItemId: programme[last]?.id ?? null,
    });
  return (
    <div className={styles.warning}>
      <p>
        <Icon name="refused" /> {t("reflection.missing")}
      </p>
      <ActButton variant="secondary" data-size="sm" isBusy={isBusy} onPress={add}>
        {t("reflection.add")}
      </ActButton>
      <Problem text={problem} />
    </div>
  );
}

function reflection(title: string, instruction: string): ItemFields {
  return {
    title,
    instruction,
    kind: "REFLECTION",
    arena: "CROSS",
    minutes: MINUTES,
    writing: "SILENT",
    naming: "NAMED",
    invites: ["REFLECTION"],
  };
}
