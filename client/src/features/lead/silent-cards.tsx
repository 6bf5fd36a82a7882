import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Icon } from "../../ui/icons.js";
import { ActButton } from "./act-button.js";
import type { Item } from "./item.js";
import { Problem } from "./problem.js";
import { isUnopened, useOpening, usePhase } from "./use-opening.js";
import styles from "./silent-cards.module.css";

/** What was written in silence: how it is with it, and the one act that opens it for the groups. */
export function SilentCards({ gathering, item }: { gathering: GatheringView; item: Item }) {
  const { t } = useTranslation("lead");
  if (item.writing !== "SILENT") return <LeftUnopened gathering={gathering} />;
  if (isUnopened(item)) return <OpenForGroups gathering={gathering} item={item} />;
  return (
    <p className={styles.opened}>
      <Icon name="saved" />
      {t("silent.opened")}
    </p>
  );
}

function OpenForGroups({ gathering, item }: { gathering: GatheringView; item: Item }) {
  const { t } = useTranslation("lead");
  const { begin, isBusy, problem } = usePhase(gathering, item);
  return (
    <div className={styles.closed}>
      <p className={styles.words}>{t("silent.closed")}</p>
      <ActButton variant="secondary" icon="silent" isBusy={isBusy} onPress={() => void begin("GROUP")}>
        {t("silent.open")}
      </ActButton>
      <Problem text={problem} />
    </div>
  );
}

/** The programme has gone on, and the cards of an item before are still closed. */
function LeftUnopened({ gathering: { programme, currentItemId } }: { gathering: GatheringView }) {
  const at = programme.findIndex(({ id }) => id === currentItemId);
  const left = programme.slice(0, Math.max(0, at)).findLast(isUnopened);
  return left ? <OpenLate item={left} /> : null;
}

function OpenLate({ item }: { item: Item }) {
  const { t } = useTranslation("lead");
  const { open, isBusy, problem } = useOpening(item.id);
  return (
    <div className={styles.closed}>
      <p className={styles.words}>{t("silent.left", { title: item.title })}</p>
      <ActButton variant="secondary" icon="silent" isBusy={isBusy} onPress={() => void open()}>
        {t("silent.openLeft")}
      </ActButton>
      <Problem text={problem} />
    </div>
  );
}
