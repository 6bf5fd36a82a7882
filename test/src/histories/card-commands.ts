import type { Fields } from "../house/api.js";
import { freshId, type Card, type Dice, type Drawn, type Scene } from "./scene.js";

export type Draw = (scene: Scene, dice: Dice) => Drawn | null;

const ANSWERED: Readonly<Record<string, readonly string[]>> = {
  CHALLENGE: ["PRACTICE_EXAMPLE", "IDEA"],
  ANSWER: ["CHALLENGE"],
  IDEA: ["PRACTICE_EXAMPLE", "CHALLENGE"],
};
const MUST_ANSWER = new Set(["CHALLENGE", "ANSWER"]);
const KINDS = [
  "PRACTICE_EXAMPLE",
  "CHALLENGE",
  "CHALLENGE",
  "ANSWER",
  "ANSWER",
  "IDEA",
  "REFLECTION",
  "THEORY_INPUT",
];

const wordsOf = (kind: string, dice: Dice): Fields => ({
  body: `Ord nummer ${dice.upTo(1_000)}`,
  ...(kind === "PRACTICE_EXAMPLE" && {
    title: `Praksis ${dice.upTo(100)}`,
    lens: dice.one(["GOOD", "CRITICAL"]),
    challengeUsOn: "Hva ser vi ikke?",
    theme: "Lesing",
  }),
  ...(kind === "THEORY_INPUT" && { title: `Teori ${dice.upTo(100)}` }),
});

const homeOf = (scene: Scene, by: string): string =>
  by === "elsewhere" ? scene.hall.otherBoardId : scene.hall.boardId;

const answeredBy = (kind: string, boardId: string, { cards }: Scene, dice: Dice): Card | null =>
  dice.some(cards.filter((card) => card.boardId === boardId && ANSWERED[kind]?.includes(card.kind)));

const kindFor = (boardId: string, scene: Scene, dice: Dice): { kind: string; to: Card | null } => {
  const kind = dice.one(KINDS);
  const to = answeredBy(kind, boardId, scene, dice);
  return to || !MUST_ANSWER.has(kind) ? { kind, to } : { kind: "IDEA", to: null };
};

const post: Draw = (scene, dice) => {
  const by = dice.one([...scene.people.keys()]);
  const boardId = homeOf(scene, by);
  const { kind, to } = kindFor(boardId, scene, dice);
  const id = freshId();
  const itemId = dice.chance(0.3) ? dice.one(scene.items) : null;
  const input = { clientMutationId: id, boardId, kind, itemId, toId: to?.id ?? null, ...wordsOf(kind, dice) };
  return { by, input, remember: () => void scene.cards.push({ id, kind, boardId, by }) };
};

const onCard =
  (
    kinds: readonly string[] | null,
    by: (card: Card, dice: Dice) => string,
    more: (card: Card, dice: Dice) => Fields,
  ): Draw =>
  ({ cards }, dice) => {
    const card = dice.some(kinds ? cards.filter(({ kind }) => kinds.includes(kind)) : cards);
    return card && { by: by(card, dice), input: { contributionId: card.id, ...more(card, dice) } };
  };

const itsAuthor = ({ by }: Card): string => by;
const nothing = (): Fields => ({});

const takeHome: Draw = (scene, dice) => {
  const card = dice.some(scene.cards);
  const [id, by] = [freshId(), dice.one([...scene.people.keys()])];
  if (!card) return null;
  const input = { clientMutationId: id, contributionId: card.id, body: "Til høsten" };
  const taken = { id, kind: "TAKEAWAY", boardId: card.boardId, by };
  return { by, input, remember: () => void scene.cards.push(taken) };
};

const merge: Draw = ({ cards, merged }, dice) => {
  const ideas = cards.filter(({ kind }) => kind === "IDEA").map(({ id }) => id);
  const [intoId, ...others] = dice.several(ideas, 0.4);
  const fromIds = others.slice(0, 3);
  const remember = (): void => void merged.push(...fromIds);
  return fromIds.length > 0 ? { by: "leader", input: { intoId, fromIds }, remember } : null;
};

const hide: Draw = ({ cards, hidden }, dice) => {
  const card = dice.some(cards);
  const remember = (): void => void (card && hidden.push(card.id));
  return card && { by: "leader", input: { contributionId: card.id, reason: "Et øyeblikk" }, remember };
};

const undo =
  (done: (scene: Scene) => readonly string[]): Draw =>
  (scene, dice) => {
    const contributionId = dice.some(done(scene));
    return contributionId ? { by: "leader", input: { contributionId } } : null;
  };

/** Commands on boards and cards, each drawn by itself. */
export const cardCommands: Readonly<Record<string, Draw>> = {
  postContribution: post,
  editContribution: onCard(null, itsAuthor, ({ kind }, dice) => wordsOf(kind, dice)),
  withdrawContribution: onCard(null, itsAuthor, nothing),
  hideContribution: hide,
  restoreContribution: undo(({ hidden }) => hidden),
  markAnswer: onCard(["ANSWER"], itsAuthor, (_card, dice) => ({ fromAuthor: dice.chance(0.5) })),
  unmergeIdea: undo(({ merged }) => merged),
  mergeIdeas: merge,
  takeHome,
  freezeBoard: ({ groups }, dice) => ({
    by: "leader",
    input: { boardId: dice.one(groups).boardId, frozen: dice.chance(0.2) },
  }),
};
