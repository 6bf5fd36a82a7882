// @vitest-environment jsdom
import { GatheringPeopleFragmentDoc, type GatheringPeopleFragment } from "@ordskifte/schema";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadTexts, startI18n } from "../../i18n/i18n.js";
import { rememberLanguage } from "../../i18n/languages.js";
import { LiveProvider, makeLive } from "../../live/index.js";
import { gatheringView, group, participant } from "../../live/testing/samples.js";
import { PeoplePanel } from "./people-panel.js";

/** Nobody answers there: what the panel shows is in the cache. */
const live = makeLive("http://127.0.0.1:9");

const people = Array.from({ length: 300 }, (_, i) => participant(`p${i}`, `Person ${i}`));
const groups = Array.from({ length: 43 }, (_, i) =>
  group(
    `g${i}`,
    i + 1,
    people.slice(1).filter((_person, at) => at % 43 === i),
  ),
);
const gathering = gatheringView("Samling", { programme: [], groups, units: [], voteRounds: [] });

const remember = (): void => {
  const edges = people.map((node) => ({ __typename: "ParticipantEdge" as const, node }));
  const pageInfo = { __typename: "PageInfo" as const, hasNextPage: false, endCursor: null };
  const data: GatheringPeopleFragment = {
    __typename: "Gathering",
    id: gathering.id,
    people: { __typename: "ParticipantConnection", edges, pageInfo, totalCount: people.length },
  };
  const id = `Gathering:${gathering.id}`;
  const what = { fragment: GatheringPeopleFragmentDoc, fragmentName: "GatheringPeople" };
  live.cache.writeFragment({ id, ...what, data, variables: { first: 300, after: null } });
};

let root: Root;
let place: HTMLElement;
beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  rememberLanguage("nb");
  await startI18n();
  await loadTexts("lead", "gather", "habits", "running", "join");
  remember();
  place = document.body.appendChild(document.createElement("main"));
  root = createRoot(place);
  await act(async () =>
    root.render(
      <LiveProvider value={live}>
        <PeoplePanel gathering={gathering} />
      </LiveProvider>,
    ),
  );
});
afterEach(() => act(() => root.unmount()));

const selectOf = (name: string): HTMLSelectElement => {
  const found = place.querySelector<HTMLSelectElement>(`select[aria-label="Gruppe for ${name}"]`);
  if (!found) throw new Error(`No choice of group for ${name}.`);
  return found;
};
const choicesOf = (name: string): string[] => [...selectOf(name).options].map(({ text }) => text);

it("has one choice for each of 300 people until somebody is about to choose", () => {
  expect(place.querySelectorAll("select")).toHaveLength(300);
  expect(place.querySelectorAll("option")).toHaveLength(300);
  expect(choicesOf("Person 1")).toEqual(["Gruppe 1"]);
  expect(choicesOf("Person 0")).toEqual(["Uten gruppe"]);
});

it("offers all groups to who comes by key, and lets them go again", async () => {
  await act(async () => selectOf("Person 2").focus());
  expect(choicesOf("Person 2")).toEqual(groups.map(({ number }) => `Gruppe ${number}`));
  expect(selectOf("Person 2").value).toBe("g1");
  await act(async () => selectOf("Person 0").focus());
  expect(choicesOf("Person 2")).toEqual(["Gruppe 2"]);
  expect(choicesOf("Person 0")).toHaveLength(44);
});

it("offers them before the browser opens the list under a finger", async () => {
  const press = new MouseEvent("pointerdown", { bubbles: true });
  await act(async () => void selectOf("Person 3").dispatchEvent(press));
  expect(choicesOf("Person 3")).toHaveLength(43);
  expect(selectOf("Person 3").value).toBe("g2");
});
