import type { Fields } from "../house/api.js";
import type { Dice, Drawn, Scene } from "./scene.js";

/** A command that has to ask how things stand before it is drawn. */
export type SlowDraw = (scene: Scene, dice: Dice) => Promise<Drawn | null>;

/** What whoever leads does with the gathering. */
export const lead = (scene: Scene, input: Fields = {}): Drawn => ({
  by: "leader",
  input: { gatheringId: scene.hall.id, ...input },
});
