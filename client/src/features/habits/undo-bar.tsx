import { useEffect, useRef, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useAnnounce } from "../../ui/announcer.js";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icons.js";
import type { Deed } from "./deed.js";
import { useKeys } from "./keys.js";
import styles from "./undo-bar.module.css";

/** What was done, and a button that takes it back. Takes the focus only where what had it is gone. */
export default function UndoBar({ deed, onClose }: { deed: Deed; onClose: () => void }) {
  const { t } = useTranslation("habits");
  const announce = useAnnounce();
  const button = useRef<HTMLButtonElement>(null);
  const [stage, setStage] = useState<"offered" | "busy" | "failed">("offered");
  useEffect(() => {
    announce(t("undo.said", { words: deed.words }));
    // After the window has given the focus back to what opened it, which may be gone with the card.
    const looking = setTimeout(() => {
      if (document.activeElement === document.body) button.current?.focus();
    }, 100);
    return () => clearTimeout(looking);
  }, [announce, deed, t]);
  const undo = async () => {
    setStage("busy");
    if (!(await deed.undo())) return setStage("failed");
    announce(t("undo.done"));
    onClose();
  };
  useKeys({ u: () => void undo() });
  return (
    <section className={styles.bar} aria-label={t("undo.label")}>
      <p className={styles.words}>{stage === "failed" ? (deed.failed ?? t("undo.failed")) : deed.words}</p>
      <Button
        ref={button}
        variant="secondary"
        data-size="sm"
        loading={stage === "busy"}
        onClick={() => void undo()}
      >
        {t("undo.button")}
      </Button>
      <Button icon variant="tertiary" data-size="sm" aria-label={t("undo.close")} onClick={onClose}>
        <Icon name="close" />
      </Button>
    </section>
  );
}
