// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadTexts, startI18n } from "../../i18n/i18n.js";
import { rememberLanguage } from "../../i18n/languages.js";
import { LiveProvider, makeLive } from "../../live/index.js";
import { board, example, gatheringView } from "../../live/testing/samples.js";
import type { BoardCard } from "./board-card.js";
import { BoardContext } from "./board-context.js";
import { cardsOf } from "./board-model.js";
import CardTask, { type CardTaskProps } from "./card-task.js";
import { leaveOn } from "./invites.js";

const nothing = () => undefined;
/** Nobody answers there; what is asked about in a window is on the page already. */
const live = makeLive("http://127.0.0.1:9");
const gathering = gatheringView("Samling", { programme: [], groups: [], units: [], voteRounds: [] });
const around = {
  gatheringId: gathering.id,
  boardId: "board-1",
  leave: leaveOn(gathering, board()),
  plenary: new Set<string>(),
  begin: nothing,
  goTo: nothing,
};

const cardOf = (body: string): BoardCard => {
  const [card] = cardsOf([example("a", 1, body)], {
    viewer: null,
    ruleOf: () => ({ silent: false, anonymous: false }),
    sending: { items: [], sendingId: null, online: true },
  });
  if (!card) throw new Error("The card should be on the board.");
  return card;
};

let root: Root;
let place: HTMLElement;
beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  rememberLanguage("nb");
  await startI18n();
  // What draws bold and lists is fetched when there is any.
  await Promise.all([loadTexts("board", "habits"), import("../../ui/rich-text.js")]);
  place = document.body.appendChild(document.createElement("main"));
  root = createRoot(place);
});
afterEach(() => act(() => root.unmount()));

const show = (task: CardTaskProps["task"]) =>
  act(async () =>
    root.render(
      <LiveProvider value={live}>
        <BoardContext value={around}>
          <CardTask task={task} onDone={nothing} />
        </BoardContext>
      </LiveProvider>,
    ),
  );

it.each(["withdraw", "hide"] as const)("shows the card to %s as it stands on the board", async (kind) => {
  await show({ kind, card: cardOf("Vi **må** prøve.\n\n- lese\n- spørre") });
  const quoted = () => place.querySelector("blockquote");
  await expect
    .poll(() => [...place.querySelectorAll("li")].map((point) => point.textContent))
    .toEqual(["lese", "spørre"]);
  expect(quoted()?.textContent).toContain("Vi må prøve.");
  expect(place.textContent).not.toContain("**");
});
