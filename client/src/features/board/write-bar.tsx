import { useRef, useState } from "react";
import { Button } from "../../ui/button.js";
import dock from "../../ui/dock.module.css";
import { useTranslation } from "../../i18n/use-translation.js";
import { Icon, iconOf } from "../../ui/icons.js";
import { useBoardContext, useCards } from "./board-context.js";
import { invites, kindsToBegin, type RootKind } from "./invites.js";
import styles from "./write-bar.module.css";

/**
 * What the current item invites to, as buttons; the first stands out when it is the one thing to do now. On a phone it
 * lies at the foot of the screen, and the others behind one more.
 */
export function WriteBar() {
  const { t } = useTranslation("board");
  const { leave } = useBoardContext();
  const cards = useCards();
  if (!leave.mayWrite) return null;
  const kinds = kindsToBegin(leave);
  const replies = invites(leave, "CHALLENGE") || invites(leave, "ANSWER");
  // Where the item asks for challenges, the one thing to do now is on the cards.
  const isOnCards = replies && cards.size > 0;
  if (kinds.length === 0) return isOnCards ? <p className={styles.hint}>{t("write.choose")}</p> : null;
  return <Kinds kinds={kinds} isMain={!isOnCards} />;
}

function Kinds({ kinds, isMain }: { kinds: readonly RootKind[]; isMain: boolean }) {
  const { t } = useTranslation("board");
  const { begin } = useBoardContext();
  const [isOpen, setOpen] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const write = (what: RootKind) => {
    // What is pressed disappears with the others, and the focus is to come back to something. Not seen, it takes none.
    if (isOpen) more.current?.focus();
    setOpen(false);
    begin({ kind: "write", what, to: null });
  };
  return (
    <div
      className={`${styles.bar} ${dock.dock}`}
      role="group"
      aria-label={t("write.label")}
      data-dock
      data-open={isOpen || undefined}
    >
      {kinds.map((what, index) => (
        <Button
          key={what}
          data-color={index === 0 && isMain ? "brand1" : "accent"}
          variant={index === 0 && isMain ? "primary" : "secondary"}
          onClick={() => write(what)}
        >
          <Icon name={iconOf(what)} />
          {t(`write.${what}`)}
        </Button>
      ))}
      {kinds.length > 1 && (
        <Button
          ref={more}
          className={styles.more}
          variant="secondary"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t("write.more")}
        </Button>
      )}
    </div>
  );
}
