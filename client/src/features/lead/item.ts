import type { GatheringView } from "../../live/index.js";

export type Item = GatheringView["programme"][number];

/** What the item window is open for. */
export type Editing = { readonly item: Item } | { readonly after: Item | null };
