import { Button } from "../../ui/button.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { Icon, iconOf } from "../../ui/icons.js";
import { useBoardContext, useCards } from "./board-context.js";
import { invites, rootKinds } from "./invites.js";
import styles from "./write-bar.module.css";

/** What the current item invites to, as buttons; the first stands out when it is the one thing to do now. */
export function WriteBar() {
  const { t } = useTranslation("board");
  const { leave, begin } = useBoardContext();
  const cards = useCards();
  if (!leave.mayWrite) return null;
  const kinds = rootKinds.filter((kind) => invites(leave, kind));
  const replies = invites(leave, "CHALLENGE") || invites(leave, "ANSWER");
  if (kinds.length === 0)
    return replies && cards.size > 0 ? <p className={styles.hint}>{t("write.choose")}</p> : null;
  // Where the item asks for challenges, the one thing to do now is on the cards.
  const isMain = (index: number) => index === 0 && !(replies && cards.size > 0);
  return (
    <div className={styles.bar} role="group" aria-label={t("write.label")}>
      {kinds.map((what, index) => (
        <Button
          key={what}
          data-color={isMain(index) ? "brand1" : "accent"}
          variant={isMain(index) ? "primary" : "secondary"}
          onClick={() => begin({ kind: "write", what, to: null })}
        >
          <Icon name={iconOf(what)} />
          {t(`write.${what}`)}
        </Button>
      ))}
    </div>
  );
}
