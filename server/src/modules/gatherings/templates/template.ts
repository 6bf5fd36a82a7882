import type { ItemFields } from "../commands/item-fields.js";
import type { Arena, ItemKind } from "../programme-item.entity.js";
import type { TextKey } from "./texts.nb.js";

/** Ways to run a gathering. */
export enum TemplateKey {
  LUND_ROALD = "lundRoald",
  FIRE_ROM = "fireRom",
  ETTERMIDDAG = "ettermiddag",
  TO_DAGER = "toDager",
  FAGDAG = "fagdag",
}

/** An item of a template: what a leader could have said of it, with its words in every language. */
export interface TemplateItem extends Pick<
  ItemFields,
  "writing" | "naming" | "invites" | "critique" | "phases" | "vote"
> {
  readonly text: TextKey;
  readonly kind: ItemKind;
  readonly arena: Arena;
  /** How long it takes in the template's own length; a whole number of five minutes. */
  readonly minutes: number;
  /** Done by the units at home, outside of the time together: its length is never changed. */
  readonly atHome: boolean;
  /** Begins at the hour of the first day, the day after. */
  readonly nextDay: boolean;
}

export interface Template {
  readonly key: TemplateKey;
  readonly items: readonly TemplateItem[];
}

/** How long everybody is together in it, in minutes. */
export const minutesTogether = (items: readonly Pick<TemplateItem, "minutes" | "atHome">[]): number =>
  items.reduce((sum, { minutes, atHome }) => (atHome ? sum : sum + minutes), 0);
