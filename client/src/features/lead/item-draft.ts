import { type ItemFields, limits, within } from "@ordskifte/schema";
import type { Item } from "./item.js";

/** An item as the form holds it; minutes are still what was typed. */
export type ItemDraft = Omit<ItemFields, "minutes" | "invites"> & {
  readonly minutes: string;
  readonly invites: readonly ItemFields["invites"][number][];
};

/** The draft to begin with: an item as it is, or an empty one. */
export function draftOf(item: Item | null): ItemDraft {
  if (!item) return emptyDraft;
  const { title, kind, arena, minutes, instruction, writing, naming, invites } = item;
  return { title, kind, arena, minutes: String(minutes), instruction, writing, naming, invites };
}

const emptyDraft: ItemDraft = {
  title: "",
  kind: "EXCHANGE",
  arena: "CROSS",
  minutes: "20",
  instruction: "",
  writing: "OPEN",
  naming: "NAMED",
  invites: [],
};

export interface Wrongs {
  readonly title: boolean;
  readonly minutes: boolean;
}

export function wrongsIn({ title, minutes }: ItemDraft): Wrongs {
  return { title: title.trim() === "", minutes: !within(limits.minutes, Number(minutes)) };
}

/** What is sent. Only for a draft without wrongs. */
export function fieldsOf(draft: ItemDraft): ItemFields {
  return { ...draft, title: draft.title.trim(), minutes: Number(draft.minutes), invites: [...draft.invites] };
}
