import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useLive, useReadable } from "../../live/index.js";
import { useAnnounce } from "../../ui/announcer.js";
import { Button } from "../../ui/button.js";
import { Help } from "./help.js";
import { useKeys } from "./keys.js";
import styles from "./foot.module.css";

/** At the foot of live screens: calm for those who need it, and help for those who are stuck. */
export default function Foot() {
  const { t } = useTranslation("habits");
  const [isOpen, setOpen] = useState(false);
  useKeys({ "?": () => setOpen(true) });
  return (
    <footer className={styles.foot}>
      <PauseButton />
      <Button variant="tertiary" data-size="sm" data-color="neutral" onClick={() => setOpen(true)}>
        {t("help.title")}
      </Button>
      <Help open={isOpen} onClose={() => setOpen(false)} />
    </footer>
  );
}

/** Stops what comes by itself, and lets it come again: nothing is lost meanwhile. */
function PauseButton() {
  const { t } = useTranslation("habits");
  const announce = useAnnounce();
  const { feeds } = useLive();
  const isPaused = useReadable(feeds.paused);
  const change = () => {
    feeds.pause(!isPaused);
    announce(t(isPaused ? "pause.goesOn" : "pause.stands"));
  };
  return (
    <Button
      variant={isPaused ? "secondary" : "tertiary"}
      data-size="sm"
      data-color="neutral"
      onClick={change}
    >
      {t(isPaused ? "pause.goOn" : "pause.stop")}
    </Button>
  );
}
