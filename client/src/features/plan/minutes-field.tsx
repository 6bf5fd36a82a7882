import { EditItemDocument, limits, within } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { Item } from "../lead/item.js";
import { draftOf, fieldsOf, retimed } from "../lead/item-draft.js";
import { Problem } from "../lead/problem.js";
import { useLeaderAct } from "../lead/use-leader-act.js";
import styles from "./programme-editor.module.css";

const STEP = 5;

/** How long an item takes: typed, or five minutes more or less. Everything after it moves along. */
export function MinutesField({ item }: { item: Item }) {
  const { t } = useTranslation("plan");
  const [typed, setTyped] = useState(String(item.minutes));
  const { run, isBusy, problem } = useLeaderAct(EditItemDocument);
  const save = async (minutes: number) => {
    if (!within(limits.minutes, minutes)) return setTyped(String(item.minutes));
    if (minutes === item.minutes) return;
    setTyped(String(minutes));
    const done = await run({ itemId: item.id, item: fieldsOf(retimed(draftOf(item), minutes)) });
    if (!done) setTyped(String(item.minutes));
  };
  const by = (change: number) => () => void save(item.minutes + change);
  return (
    <div className={styles.minutes} aria-busy={isBusy}>
      <button
        type="button"
        className={styles.step}
        aria-label={t("minutes.less", { title: item.title })}
        onClick={by(-STEP)}
      >
        −{STEP}
      </button>
      <input
        inputMode="numeric"
        aria-label={t("minutes.label", { title: item.title })}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => void save(Number(typed))}
        onKeyDown={({ key }) => key === "Enter" && void save(Number(typed))}
      />
      <button
        type="button"
        className={styles.step}
        aria-label={t("minutes.more", { title: item.title })}
        onClick={by(STEP)}
      >
        +{STEP}
      </button>
      <Problem text={problem} />
    </div>
  );
}
