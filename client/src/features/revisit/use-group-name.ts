import { useCallback } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";

/** Gives a function from a board's id to the name of the group that wrote on it. */
export function useGroupName({ groups }: GatheringView): (boardId: string) => string {
  const { t } = useTranslation("ui");
  return useCallback(
    (boardId) => {
      const group = groups.find((known) => known.boardId === boardId);
      if (!group) return t("phase.PLENARY");
      return group.arena === "CROSS" ? t("tile.group", { number: group.number }) : group.name;
    },
    [groups, t],
  );
}
