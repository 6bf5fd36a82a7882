import type { Draw } from "./card-commands.js";
import { lead } from "./lead.js";
import type { Dice, Scene } from "./scene.js";

const sentOrNot =
  (among: (scene: Scene) => readonly string[], sent: boolean): Draw =>
  (scene, dice) => {
    const contributionId = dice.some(among(scene));
    const remember = (): void => void (sent && contributionId && scene.sent.push(contributionId));
    return contributionId ? { by: senderOf(scene, dice), input: { contributionId }, remember } : null;
  };

/** Mostly one who leads: the groups have only so many places. */
const senderOf = ({ people }: Scene, dice: Dice): string =>
  dice.chance(0.5) ? "leader" : dice.one([...people.keys()]);

const ideasOf = ({ cards }: Scene): string[] =>
  cards.filter(({ kind }) => kind === "IDEA").map(({ id }) => id);

const castTableBallots: Draw = ({ rounds, people }, dice) => {
  const round = rounds.at(-1);
  if (!round) return null;
  const choices = dice.several(round.ideaIds, 0.5).map((ideaId) => ({ ideaId, dots: 1 + dice.upTo(2) }));
  return { by: dice.one([...people.keys()]), input: { roundId: round.id, choices } };
};

/** Commands on what the groups bring to the plenary, and on the votes of tables there. */
export const plenaryCommands: Readonly<Record<string, Draw>> = {
  setIdeasPerGroup: (scene, dice) => lead(scene, { limit: 1 + dice.upTo(4) }),
  sendToPlenary: sentOrNot(ideasOf, true),
  takeFromPlenary: sentOrNot(({ sent }) => sent, false),
  castTableBallots,
};
