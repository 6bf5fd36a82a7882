import { useTranslation } from "../../i18n/use-translation.js";
import type { Group } from "./group-life.js";

/** Groups across units go by their number, in the reader's language; the others by their name. */
export function useGroupName(): (group: Pick<Group, "arena" | "number" | "name">) => string {
  const { t } = useTranslation("ui");
  return ({ arena, number, name }) => (arena === "CROSS" ? t("tile.group", { number }) : name);
}
