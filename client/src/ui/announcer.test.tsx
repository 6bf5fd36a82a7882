// @vitest-environment jsdom
import { virtual } from "@guidepup/virtual-screen-reader";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startI18n } from "../i18n/i18n.js";
import { rememberLanguage } from "../i18n/languages.js";
import { AnnouncerProvider, useAnnounce } from "./announcer.js";
import { NewCardsButton } from "./new-cards-button.js";

let root: Root;
let say: ReturnType<typeof useAnnounce>;

function Board({ held }: { held: number }) {
  say = useAnnounce();
  return <NewCardsButton count={held} onShow={() => undefined} />;
}

const show = (held: number) =>
  act(async () =>
    root.render(
      <AnnouncerProvider>
        <Board held={held} />
      </AnnouncerProvider>,
    ),
  );

/** What the live region has made the reader say, in order. */
const heard = async (): Promise<string[]> => {
  const phrases = await virtual.spokenPhraseLog();
  return phrases.filter((phrase) => phrase.startsWith("polite:"));
};

const fiveSeconds = () => act(async () => void vi.advanceTimersByTime(5000));

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  rememberLanguage("nb");
  await startI18n();
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
  await show(0);
  await virtual.start({ container: document.body });
});
afterEach(async () => {
  await virtual.stop();
  act(() => root.unmount());
  vi.useRealTimers();
});

it("is there before it speaks", () => {
  const regions = document.querySelectorAll("[role=status]");
  expect([...regions].map(({ textContent }) => textContent)).toEqual([""]);
});

it("tells of five hundred new cards in two phrases", async () => {
  for (const held of [1, 2, 3, 60, 250, 499, 500]) await show(held);
  await expect.poll(heard).toEqual(["polite: 1 ny."]);
  await fiveSeconds();
  await fiveSeconds();
  await expect.poll(heard).toEqual(["polite: 1 ny.", "polite: 500 nye."]);
});

it("says one's own success once, however often it is told", async () => {
  await act(async () => {
    for (let i = 0; i < 3; i += 1) say("Kortet ditt ligger på tavla.");
  });
  await fiveSeconds();
  await expect.poll(heard).toEqual(["polite: Kortet ditt ligger på tavla."]);
});
