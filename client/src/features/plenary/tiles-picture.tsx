import type { CSSProperties } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { type GatheringView, type Pulse, usePulse } from "../../live/index.js";
import { Icon, iconOf } from "../../ui/icons.js";
import { type CardKind, toneOf } from "../../ui/kinds.js";
import { Tile } from "../../ui/tile.js";
import { groupsAtWork, inKindOrder } from "../lead/group-life.js";
import { stepsIn } from "../lead/programme-steps.js";
import { Fit } from "./fit.js";
import { PictureHead } from "./head.js";
import { sumsOf } from "./sums.js";
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
  const form = formFor(groups.length);
  const nameOf = (kind: CardKind, count: number) => t(`closing.kind.${kind}`, { count });
  return (
    <>
      <PictureHead gathering={gathering} title={item?.title ?? gathering.title}>
        {item?.instruction.split("\n")[0]}
      </PictureHead>
      <Sums pulses={groups.flatMap(({ boardId }) => byBoard.get(boardId) ?? [])} />
      {groups.length === 0 && <p className={styles.none}>{t("tiles.none")}</p>}
      <Fit of={shapeOf(groups.length, pulses)}>
        <ul
          className={styles.tiles}
          data-form={form}
          style={{ "--across": across(groups.length) } as CSSProperties}
        >
          {groups.map((group) => (
            <li key={group.id}>
              <Tile
                size="hall"
                number={group.number}
                name={group.arena === "CROSS" ? undefined : group.name}
                counts={inKindOrder(byBoard.get(group.boardId)?.cards ?? [])}
                nameOf={form === "words" ? nameOf : undefined}
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

/** What all groups have written, kind by kind: it says in words what the drawings on the tiles stand for. */
function Sums({ pulses }: { pulses: readonly Pulse[] }) {
  const { t } = useTranslation("plenary");
  const sums = inKindOrder(sumsOf(pulses));
  if (sums.length === 0) return null;
  return (
    <ul className={styles.sums}>
      {sums.map(({ kind, count }) => (
        <li key={kind} data-tone={toneOf(kind)}>
          <Icon name={iconOf(kind)} />
          <span>
            <strong>{count}</strong> {t(`closing.kind.${kind}`, { count })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Few groups have room for words, many for little more than their numbers. */
function formFor(count: number): "words" | "drawings" | "close" {
  if (count <= 6) return "words";
  return count <= 24 ? "drawings" : "close";
}

/** Tiles side by side, so that they fill a wide screen. */
function across(count: number): number {
  if (count <= 6) return Math.max(1, count % 3 === 0 || count === 5 ? 3 : 2);
  return Math.max(1, Math.min(8, Math.ceil(Math.sqrt(count * 1.2))));
}

/** What decides how much room the tiles need: how many they are, and what each of them says. */
function shapeOf(count: number, pulses: readonly Pulse[]): string {
  const most = Math.max(0, ...pulses.map(({ cards }) => cards.length));
  return `${count} ${most} ${pulses.some(({ writing, ready }) => writing + ready > 0)}`;
}
