import { Button } from "./button.js";
import { useState } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import { useAnnounce } from "./announcer.js";
import styles from "./copy-button.module.css";
import { Icon } from "./icons.js";

type Outcome = "not yet" | "copied" | "by hand";

/** Puts a text on the clipboard. Where the browser will not, the text is shown to be copied by hand. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation("ui");
  const announce = useAnnounce();
  const [done, setDone] = useState<{ outcome: Outcome; text: string }>({ outcome: "not yet", text });
  const outcome = done.text === text ? done.outcome : "not yet";
  const copy = async () => {
    const copied = await toClipboard(text);
    setDone({ outcome: copied ? "copied" : "by hand", text });
    if (copied) announce(t("copy.done"));
  };
  return (
    <span className={styles.copy}>
      <Button variant="secondary" data-size="sm" onClick={() => void copy()}>
        <Icon name={outcome === "copied" ? "saved" : "link"} />
        {outcome === "copied" ? t("copy.done") : label}
      </Button>
      {outcome === "by hand" && (
        <input
          className="ds-input"
          readOnly
          value={text}
          aria-label={t("copy.byHand")}
          ref={(field) => field?.select()}
        />
      )}
    </span>
  );
}

/** The clipboard is missing where a page came over plain HTTP, and may be refused. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
