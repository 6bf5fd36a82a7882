import { Button } from "../../ui/button.js";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { type GatheringView, usePulse, useServerNow } from "../../live/index.js";
import { EmptyState } from "../../ui/states.js";
import { Tile } from "../../ui/tile.js";
import { FreezeDialog } from "./freeze-dialog.js";
import { byNeed, type GroupLife, groupsAtWork, inKindOrder, livesOf } from "./group-life.js";
import { GroupMaker } from "./group-maker.js";
import { Panel } from "./panel.js";
import { stepsIn } from "./programme-steps.js";
import { useHeldOrder } from "./use-held-order.js";
import styles from "./group-tiles.module.css";

/** Every group at work, the one that needs a visit first. */
export function GroupTiles({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("lead");
  const lives = useLives(gathering);
  const [open, setOpen] = useState<"make" | "freeze" | null>(null);
  const close = () => setOpen(null);
  return (
    <Panel title={t("groups.title")} actions={<TileActions count={lives.length} onOpen={setOpen} />}>
      {lives.length === 0 ? (
        <EmptyState
          icon="people"
          title={t("groups.none")}
          action={
            <Button variant="secondary" onClick={() => setOpen("make")}>
              {t("groups.make")}
            </Button>
          }
        >
          {t("groups.noneBody")}
        </EmptyState>
      ) : (
        <TileList gatheringId={gathering.id} lives={lives} />
      )}
      <GroupMaker gathering={gathering} open={open === "make"} onClose={close} />
      <FreezeDialog lives={lives} open={open === "freeze"} onClose={close} />
    </Panel>
  );
}

function TileActions({ count, onOpen }: { count: number; onOpen: (what: "make" | "freeze") => void }) {
  const { t } = useTranslation("lead");
  if (count === 0) return null;
  return (
    <>
      <Button variant="tertiary" data-size="sm" onClick={() => onOpen("freeze")}>
        {t("freeze.open")}
      </Button>
      <Button variant="tertiary" data-size="sm" onClick={() => onOpen("make")}>
        {t("groups.make")}
      </Button>
    </>
  );
}

function useLives(gathering: GatheringView): GroupLife[] {
  const pulses = usePulse(gathering.id) ?? [];
  const now = useServerNow(15_000);
  const item = stepsIn(gathering).current;
  const groups = groupsAtWork(gathering.groups, item?.arena ?? "CROSS");
  return livesOf(groups, pulses, now, (item?.invites.length ?? 0) > 0).toSorted(byNeed);
}

/** More are behind a button where the screen is narrow; `group-tiles.module.css` counts the same. */
const mostOnPhone = 8;

function TileList({ gatheringId, lives }: { gatheringId: string; lives: readonly GroupLife[] }) {
  const { t } = useTranslation("lead");
  const { ordered, holding, isOld, sort } = useHeldOrder(lives);
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <p className={styles.order}>
        {t("groups.order")}
        {isOld && (
          <Button variant="tertiary" data-size="sm" onClick={sort}>
            {t("groups.sort")}
          </Button>
        )}
      </p>
      <ul
        className={styles.tiles}
        data-whole={isWhole || undefined}
        aria-label={t("groups.title")}
        {...holding}
      >
        {ordered.map(({ group, pulse, quiet }) => (
          <li key={group.id}>
            <Tile
              number={group.number}
              name={group.arena === "CROSS" ? undefined : group.name}
              counts={inKindOrder(pulse?.cards ?? [])}
              unanswered={pulse?.unanswered}
              present={pulse?.present}
              writing={pulse?.writing}
              quiet={quiet}
              frozen={pulse?.frozen}
              hands={pulse?.hands}
              ready={pulse?.ready}
              people={pulse?.people}
              to={`/g/${gatheringId}/b/${group.boardId}`}
            />
          </li>
        ))}
      </ul>
      {lives.length > mostOnPhone && (
        <Button
          className={styles.whole}
          variant="tertiary"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {t(isWhole ? "groups.fewer" : "groups.all", { count: lives.length })}
        </Button>
      )}
    </>
  );
}
