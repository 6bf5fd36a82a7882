import { useState } from "react";
import type { GatheringView } from "../../live/index.js";
import { dropDraft, keptDrafts } from "../../live/index.js";
import { BegunBar } from "../habits/begun-bar.js";
import { isKeptLike } from "../keeping/kept-form.js";
import { draftOf } from "./item-draft.js";
import type { Editing } from "./item.js";

const scopeOf = (gatheringId: string): string => `item.${gatheringId}`;
const AFTER = "after-";

/** The name under which the device keeps what is written about an item. */
export function draftKeyOf(gatheringId: string, editing: Editing): string {
  const what = "item" in editing ? editing.item.id : AFTER + (editing.after?.id ?? "");
  return `${scopeOf(gatheringId)}.${what}`;
}

/** What a draft is about; null for an item that was taken away. A new one comes last where the one before it is gone. */
function editingOf({ programme }: GatheringView, what: string): Editing | null {
  const itemOf = (id: string) => programme.find((item) => item.id === id) ?? null;
  if (what.startsWith(AFTER)) return { after: itemOf(what.slice(AFTER.length)) ?? programme.at(-1) ?? null };
  const item = itemOf(what);
  return item && { item };
}

const accepts = isKeptLike(draftOf(null));

interface Begun {
  readonly key: string;
  readonly words: string;
  readonly editing: Editing;
}

function begunIn(gathering: GatheringView): Begun[] {
  const scope = scopeOf(gathering.id);
  return keptDrafts(scope).flatMap(([key, kept]): Begun[] => {
    const editing = editingOf(gathering, key.slice(scope.length + 1));
    if (!editing || !accepts(kept) || !kept) return [];
    return [{ key, words: kept.now.title || kept.now.instruction || "…", editing }];
  });
}

interface BegunItemsProps {
  gathering: GatheringView;
  onGoOn: (editing: Editing) => void;
}

/** Items that were written on and not saved. */
export function BegunItems({ gathering, onGoOn }: BegunItemsProps) {
  const [, look] = useState(0);
  return begunIn(gathering).map(({ key, words, editing }) => (
    <BegunBar
      key={key}
      words={words}
      onGoOn={() => onGoOn(editing)}
      onDrop={() => {
        dropDraft(key);
        look((times) => times + 1);
      }}
    />
  ));
}
