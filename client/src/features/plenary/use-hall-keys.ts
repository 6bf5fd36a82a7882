import { GoToItemDocument } from "@ordskifte/schema";
import { useEffect, useEffectEvent, useState } from "react";
import type { GatheringView } from "../../live/index.js";
import { stepsIn } from "../lead/programme-steps.js";
import { useLeaderAct } from "../lead/use-leader-act.js";

/**
 * Keys and a clicker: F full screen, B (or a full stop, as clickers send) black here alone, D dark, PageDown and PageUp
 * the leader's next and previous. Answers whether it is black here.
 */
export function useHallKeys(gathering: GatheringView | null, toggleTheme: () => void): boolean {
  const [isBlack, setBlack] = useState(false);
  const { run } = useLeaderAct(GoToItemDocument);
  const step = (way: "next" | "previous") => {
    if (!gathering?.viewer.mayLead) return;
    const item = stepsIn(gathering)[way];
    if (!item) return;
    void run({ gatheringId: gathering.id, itemId: item.id, fromItemId: gathering.currentItemId });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const act = actFor(event.key);
    if (!act) return;
    event.preventDefault();
    if (act === "fullScreen") void toggleFullScreen();
    else if (act === "black") setBlack((before) => !before);
    else if (act === "theme") toggleTheme();
    else step(act);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return isBlack;
}

export type HallAct = "fullScreen" | "black" | "theme" | "next" | "previous";

const ACTS: Readonly<Record<string, HallAct>> = {
  f: "fullScreen",
  b: "black",
  ".": "black",
  d: "theme",
  pagedown: "next",
  pageup: "previous",
};

export function actFor(key: string): HallAct | null {
  return ACTS[key.toLowerCase()] ?? null;
}

async function toggleFullScreen(): Promise<void> {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  // A browser may say no; then the window stays as it is.
  await change.catch(() => undefined);
}
