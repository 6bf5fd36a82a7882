import { answers, examples, ideas, reflections, takeaways } from "@ordskifte/server/demo/content";
import type { Card, Item, Round } from "./hall-view.js";

/** Something a participant does: a mutation with its input. */
export interface Deed {
  readonly mutation: "postContribution" | "takeHome" | "castBallot";
  readonly input: Readonly<Record<string, unknown>>;
}

/** What one participant has to go by. */
export interface Situation {
  readonly item: Item;
  readonly boardId: string;
  readonly cards: readonly Card[];
  readonly unitName: string;
  /** How often this participant has written each kind in this item. */
  readonly done: (kind: string) => number;
}

const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)];
const pointsAt = ({ cards }: Situation, id: string, kind: string): boolean =>
  cards.some(({ links }) => links.some((link) => link.toId === id && link.kind === kind));

const post = ({ boardId, item }: Situation, kind: string, words: object): Deed => ({
  mutation: "postContribution",
  input: { boardId, itemId: item.id, kind, ...words },
});

const example = (at: Situation): Deed | null => {
  if (at.done("PRACTICE_EXAMPLE") > 0) return null;
  const ours = examples.find(({ unit }) => at.unitName.startsWith(unit)) ?? any(examples);
  if (!ours) return null;
  const { title, theme, text: body } = ours;
  const lens = Math.random() < 0.7 ? "GOOD" : "CRITICAL";
  return post(at, "PRACTICE_EXAMPLE", { title, theme, body, lens, challengeUsOn: "Hva ser vi ikke selv?" });
};

const challenge = (at: Situation): Deed | null => {
  const open = at.cards.filter(
    ({ kind, isMine, visibility }) => kind === "PRACTICE_EXAMPLE" && !isMine && visibility === "OPEN",
  );
  const to = any(open.filter(({ id }) => !pointsAt(at, id, "CHALLENGES"))) ?? any(open);
  if (!to || at.done("CHALLENGE") >= 3) return null;
  return post(at, "CHALLENGE", { body: any(examples)?.challenge, toId: to.id });
};

const answer = (at: Situation): Deed | null => {
  const mine = new Set(at.cards.filter(({ isMine }) => isMine).map(({ id }) => id));
  const waiting = at.cards.find(
    ({ id, kind, links, visibility }) =>
      kind === "CHALLENGE" &&
      visibility === "OPEN" &&
      links.some(({ toId }) => mine.has(toId)) &&
      !pointsAt(at, id, "ANSWERS"),
  );
  return waiting ? post(at, "ANSWER", { body: any(answers), toId: waiting.id, fromAuthor: true }) : null;
};

const idea = (at: Situation): Deed | null => {
  if (at.done("IDEA") >= 2) return null;
  const from = any(at.cards.filter(({ kind, visibility }) => kind !== "TAKEAWAY" && visibility === "OPEN"));
  return post(at, "IDEA", { body: any(ideas), toId: from?.id ?? null });
};

const reflection = (at: Situation): Deed | null =>
  at.done("REFLECTION") >= 1 ? null : post(at, "REFLECTION", { body: any(reflections) });

const takeHome = (at: Situation): Deed | null => {
  const from = any(at.cards.filter(({ kind, visibility }) => kind === "IDEA" && visibility === "OPEN"));
  if (!from || at.done("TAKEAWAY") >= 1) return null;
  return { mutation: "takeHome", input: { contributionId: from.id, body: any(takeaways) } };
};

/** What each kind of card leads to, that which others wait for first. */
const WAYS: readonly (readonly [string, (at: Situation) => Deed | null])[] = [
  ["ANSWER", answer],
  ["PRACTICE_EXAMPLE", example],
  ["TAKEAWAY", takeHome],
  ["CHALLENGE", challenge],
  ["IDEA", idea],
  ["REFLECTION", reflection],
];

/** What the present item invites this participant to do next; null where they rather read and listen. */
export const nextDeed = (at: Situation): Deed | null => {
  for (const [kind, way] of WAYS) {
    const deed = at.item.invites.includes(kind) ? way(at) : null;
    if (deed) return deed;
  }
  return null;
};

/** A ballot with all its dots spread over ideas. */
export const ballotFor = ({ id: roundId, budget, maxPerIdea, candidates }: Round): Deed => {
  const chosen = candidates.toSorted(() => Math.random() - 0.5).slice(0, budget);
  let left = budget;
  const choices = chosen.map(({ ideaId }) => {
    const dots = Math.min(left, 1 + Math.floor(Math.random() * maxPerIdea));
    left -= dots;
    return { ideaId, dots };
  });
  return { mutation: "castBallot", input: { roundId, choices: choices.filter(({ dots }) => dots > 0) } };
};

/** The kind of card a deed puts on a board; null for a vote. */
export const kindOf = ({ mutation, input }: Deed): string | null => {
  if (mutation === "takeHome") return "TAKEAWAY";
  return mutation === "postContribution" ? String(input["kind"]) : null;
};
