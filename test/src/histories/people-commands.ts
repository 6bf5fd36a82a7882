import type { Draw } from "./card-commands.js";
import { lead, type SlowDraw } from "./lead.js";
import type { Dice, Scene } from "./scene.js";

/** Guests come and go; those whose screens are compared stay. */
const guestOf = ({ people, removed }: Scene, dice: Dice): string | null =>
  dice.some([...people.keys()].filter((name) => name.startsWith("guest") && !removed.has(name)));

const anybody = ({ people }: Scene, dice: Dice): string =>
  dice.one([...people.values()].map(({ participantId }) => participantId));

const editParticipant: Draw = (scene, dice) => ({
  by: "leader",
  input: {
    participantId: anybody(scene, dice),
    name: `Navn ${dice.upTo(1_000)}`,
    unitId: dice.one(scene.hall.people.network.units).id,
    people: 1 + dice.upTo(3),
  },
});

const setProfession: Draw = (scene, dice) => ({
  by: "leader",
  input: { participantId: anybody(scene, dice), profession: dice.some(["TEACHER", "LEADER", "ADVISER"]) },
});

/** By themselves, or by the owner of the network; their cards stay or go. */
const erasePerson: Draw = (scene, dice) => {
  const name = guestOf(scene, dice);
  if (!name) return null;
  const participantId = scene.people.get(name)?.participantId;
  const cards = dice.one(["ANONYMISE", "WITHDRAW"]);
  const [by, whom] = dice.chance(0.5) ? [name, { myself: true }] : ["owner", { participantId }];
  return { by, input: { ...whom, cards }, remember: () => void scene.removed.add(name) };
};

const moveSeats: Draw = (scene, dice) => {
  const moved = dice.several([...scene.people.values()], 0.5);
  const moves = moved.map(({ participantId }) => ({
    participantId,
    groupId: dice.chance(0.2) ? null : dice.one(scene.groups).id,
  }));
  return moves.length > 0 ? lead(scene, { moves }) : null;
};

const addWish: Draw = (scene, dice) => {
  const [one, other, ...more] = dice.several([...scene.people.values()], 0.8);
  if (!one || !other) return null;
  const kind = dice.one(["TOGETHER", "APART", "ONE_IN_EACH"]);
  const about = kind === "ONE_IN_EACH" ? [one, other, ...more] : [one, other];
  return lead(scene, { kind, participantIds: about.map(({ participantId }) => participantId) });
};

const removeWish: SlowDraw = async (scene, dice) => {
  const query = "query ($id: ID!) { gathering(id: $id) { seating { wishes { id } } } }";
  const { seating } = await scene.hall.lead.read<{ seating: { wishes: { id: string }[] } | null }>(query, {
    id: scene.hall.id,
  });
  const wish = dice.some(seating?.wishes ?? []);
  return wish && lead(scene, { wishId: wish.id });
};

/** Commands on those who are there, and on who sits with whom. */
export const peopleCommands: Readonly<Record<string, Draw | SlowDraw>> = {
  editParticipant,
  erasePerson,
  moveSeats,
  addWish,
  removeWish,
  setProfession,
};
