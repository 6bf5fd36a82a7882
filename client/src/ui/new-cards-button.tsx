import { useEffect, useRef } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import { useAnnounce } from "./announcer.js";
import { Icon } from "./icons.js";
import styles from "./new-cards-button.module.css";

/** "3 new": what has come since is shown when the reader asks for it, so that nothing moves under their eyes. */
export function NewCardsButton({ count, onShow }: { count: number; onShow: () => void }) {
  const { t } = useTranslation("ui");
  useAnnounceNew(count);
  if (count === 0) return null;
  return (
    <button type="button" className={styles.button} onClick={onShow}>
      <Icon name="down" />
      {t("newCards", { count })}
    </button>
  );
}

function useAnnounceNew(count: number): void {
  const { t } = useTranslation("ui");
  const announce = useAnnounce();
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) announce(t("newCards", { count }), "held");
    before.current = count;
  }, [count, announce, t]);
}
