import { useLocation } from "wouter";
import { useKeys } from "../habits/keys.js";
import { cardIn, placeOf, useBoardContext, useCards } from "./board-context.js";
import { invites, kindsToBegin } from "./invites.js";

/** The single keys of a board; the sheet of keys says what they do. Fetched later: a phone has none. */
export default function BoardKeys({ onShowNew }: { onShowNew: () => void }) {
  const { gatheringId, leave, begin } = useBoardContext();
  const cards = useCards();
  const [, navigate] = useLocation();
  const write = () => {
    const [what] = kindsToBegin(leave);
    if (what) begin({ kind: "write", what, to: null });
  };
  const reply = () => {
    const card = cards.get(placeNow()?.id.slice("card-".length) ?? "");
    if (!card || card.onlyMe || card.isHidden) return;
    const what = card.kind === "CHALLENGE" ? "ANSWER" : "CHALLENGE";
    if (card.kind !== "ANSWER" && invites(leave, what)) begin({ kind: "write", what, to: card });
  };
  useKeys({
    n: write,
    r: reply,
    v: onShowNew,
    j: () => step(1),
    k: () => step(-1),
    g: () => navigate(`/g/${gatheringId}`),
  });
  return null;
}

const places = () => [...document.querySelectorAll<HTMLElement>(`[id^="${placeOf("")}"]`)];

function placeNow(): HTMLElement | null {
  const place = document.activeElement?.closest<HTMLElement>(`[id^="${placeOf("")}"]`) ?? null;
  return place && cardIn(`#${place.id}`) ? place : null;
}

/** Moves to the card before or after the one that has the focus, in the order of the page. */
function step(by: 1 | -1): void {
  const all = places();
  const here = placeNow();
  const next = here ? all.indexOf(here) + by : by === 1 ? 0 : all.length - 1;
  const place = all[next];
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: "center" });
}
