import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Icon } from "../../ui/icons.js";
import { ActButton } from "./act-button.js";
import type { Item } from "./item.js";
import { ItemTools } from "./item-tools.js";
import { useLooking } from "./looking.js";
import { Problem } from "./problem.js";
import { useGoing } from "./use-going.js";
import styles from "./programme-panel.module.css";

interface ItemRowProps {
  gathering: GatheringView;
  /** Its place in the programme. */
  index: number;
  changing: boolean;
  onEdit: () => void;
}

/** One item: where it stands in time, and a way to go there. */
export function ItemRow({ gathering, index, changing, onEdit }: ItemRowProps) {
  const { t } = useTranslation(["lead", "ui"]);
  const { programme, currentItemId } = gathering;
  const at = programme.findIndex(({ id }) => id === currentItemId);
  const item = programme[index];
  if (!item) return null;
  const time = index === at ? "now" : index < at ? "past" : "ahead";
  return (
    <li className={styles.item} data-time={time} aria-current={time === "now" ? "step" : undefined}>
      <span className={styles.mark} aria-hidden="true">
        {time === "past" ? <Icon name="saved" /> : index + 1}
      </span>
      <span className={styles.words}>
        {time === "now" && <span className={styles.here}>{t("ui:programme.here")}</span>}
        {changing || time === "now" ? (
          <span className={styles.title}>{item.title}</span>
        ) : (
          <LookButton itemId={item.id} title={item.title} />
        )}
        <span className={styles.meta}>
          {t(`ui:arena.${item.arena}`)} · {t("ui:programme.minutes", { count: item.minutes })}
          {item.writing === "SILENT" && ` · ${t("item.silent")}`}
        </span>
      </span>
      {changing ? (
        <ItemTools programme={programme} index={index} isNow={time === "now"} onEdit={onEdit} />
      ) : (
        time !== "now" && <GoButton gathering={gathering} item={item} />
      )}
    </li>
  );
}

/** Its title, to look at it without moving anybody. */
function LookButton({ itemId, title }: { itemId: string; title: string }) {
  const { t } = useTranslation("gather");
  const { at, look } = useLooking();
  return (
    <button
      type="button"
      className={styles.title}
      aria-pressed={at === itemId}
      aria-label={t("look.seeNamed", { title })}
      title={t("look.seeNamed", { title })}
      onClick={() => look(at === itemId ? null : itemId)}
    >
      {title}
    </button>
  );
}

function GoButton({ gathering, item }: { gathering: GatheringView; item: Item }) {
  const { t } = useTranslation("lead");
  const { go, isBusy, problem } = useGoing(gathering);
  return (
    <>
      <ActButton
        className={styles.go}
        variant="tertiary"
        data-size="sm"
        isBusy={isBusy}
        aria-label={t("step.goTo", { title: item.title })}
        onPress={() => void go(item)}
      >
        {t("step.go")}
      </ActButton>
      <Problem text={problem} />
    </>
  );
}
