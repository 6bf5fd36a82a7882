import { useEffect, useRef } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { useAnnounce } from "../../ui/announcer.js";
import { seatIn } from "../gathering/seat.js";

type Told = ReturnType<typeof standing>;

/** What is on, where the person sits and how far each vote has come. */
function standing({ programme, currentItemId, groups, viewer, voteRounds }: GatheringView) {
  const item = programme.find(({ id }) => id === currentItemId) ?? null;
  const group = seatIn(groups, viewer.participant?.id ?? null, item?.arena ?? "CROSS");
  return { item, group, voteRounds };
}

/** Says it when the gathering moves on, when somebody is seated elsewhere, and when a vote is opened, closed and shown. */
export function useMovesTold(gathering: GatheringView): void {
  const { t } = useTranslation(["running", "ui"]);
  const announce = useAnnounce();
  const before = useRef<Told>(null);
  useEffect(() => {
    const last = before.current;
    const now = (before.current = standing(gathering));
    if (!last) return;
    const { item, group } = now;
    if (item && item.id !== last.item?.id) announce(t("running:told.part", { title: item.title }), "part");
    if (group && group.id !== last.group?.id) {
      const name = group.arena === "CROSS" ? t("ui:tile.group", { number: group.number }) : group.name;
      announce(t("running:told.seat", { group: name }), "seat");
    }
    for (const { title, state } of changedRounds(last, now))
      announce(t(`running:told.${state}`, { title }), "vote");
  }, [gathering, announce, t]);
}

function changedRounds(last: Told, { voteRounds }: Told): Told["voteRounds"] {
  return voteRounds.filter(
    ({ id, state }) => last.voteRounds.find((round) => round.id === id)?.state !== state,
  );
}
