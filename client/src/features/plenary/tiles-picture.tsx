import type { CSSProperties } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { type GatheringView, type Pulse, usePulse } from "../../live/index.js";
import { Icon, iconOf } from "../../ui/icons.js";
import { toneOf } from "../../ui/kinds.js";
import { Tile } from "../../ui/tile.js";
import { groupsAtWork, inKindOrder } from "../lead/group-life.js";
import { stepsIn } from "../lead/programme-steps.js";
import { Fit } from "./fit.js";
import { PictureHead } from "./head.js";
import { useKept } from "./use-kept.js";
import styles from "./tiles-picture.module.css";

/** The groups' boards filling. In the order of their numbers: it shows work, and ranks nobody. */
export function TilesPicture({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation("plenary");
  const pulses = useKept(`pulse.${gathering.id}`, usePulse(gathering.id)) ?? [];
  const item = stepsIn(gathering).current;
  const groups = groupsAtWork(gathering.groups, item?.arena ?? "CROSS").toSorted(
    (left, right) => left.number - right.number,
  );
  const byBoard = new Map(pulses.map((pulse) => [pulse.boardId, pulse]));
  return (
    <>
      <PictureHead gathering={gathering} title={item?.title ?? gathering.title}>
        {item?.instruction.split("\n")[0]}
      </PictureHead>
      <Legend pulses={pulses} />
      {groups.length === 0 && <p className={styles.none}>{t("tiles.none")}</p>}
      <Fit of={shapeOf(groups.length, pulses)}>
        <ul className={styles.tiles} style={{ "--across": across(groups.length) } as CSSProperties}>
          {groups.map((group) => (
            <li key={group.id}>
              <Tile
                size="hall"
                number={group.number}
                name={group.arena === "CROSS" ? undefined : group.name}
                counts={inKindOrder(byBoard.get(group.boardId)?.cards ?? [])}
                writing={byBoard.get(group.boardId)?.writing}
                ready={byBoard.get(group.boardId)?.ready}
                people={byBoard.get(group.boardId)?.people}
              />
            </li>
          ))}
        </ul>
      </Fit>
    </>
  );
}

/** What the drawings on the tiles stand for, in words: the last row has no other way to know. */
function Legend({ pulses }: { pulses: readonly Pulse[] }) {
  const { t } = useTranslation("ui");
  const kinds = new Map(pulses.flatMap(({ cards }) => cards).map((card) => [card.kind, card]));
  if (kinds.size === 0) return null;
  return (
    <ul className={styles.legend} aria-hidden="true">
      {inKindOrder([...kinds.values()]).map(({ kind }) => (
        <li key={kind} data-tone={toneOf(kind)}>
          <Icon name={iconOf(kind)} />
          {t(`kind.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

/** Tiles side by side, so that they fill a wide screen. */
function across(count: number): number {
  return Math.max(1, Math.min(8, Math.ceil(Math.sqrt(count * 1.2))));
}

/** What decides how much room the tiles need: how many they are, and how many kinds of card they count. */
function shapeOf(count: number, pulses: readonly Pulse[]): string {
  const most = Math.max(0, ...pulses.map(({ cards }) => cards.length));
  return `${count} ${most} ${pulses.some(({ writing, ready }) => writing + ready > 0)}`;
}
