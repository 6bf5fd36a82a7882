import { inSnapshot } from "../../../database/pool.js";
import { readStream, type StreamState } from "../../../live/log.js";
import { presentersOf, type Viewer } from "../../../live/presenter.js";
import { parseCursor } from "../../../live/vocabulary.js";
import { readWindow } from "../../../live/window.js";
import type { App } from "../../context.js";
import { readUnits, type UnitType } from "../../networks/index.js";
import {
  GatheringPut,
  ParticipantGone,
  ParticipantPut,
  ProgrammeItemGone,
  ProgrammeItemPut,
  UnitPut,
} from "../gathering-change.type.js";
import {
  gatheringPresenter,
  participantPresenter,
  programmeItemPresenter,
  unitPresenter,
} from "../gathering.presenter.js";
import { readGathering, readPeople } from "../gathering.reads.js";
import type { GatheringType } from "../gathering.type.js";
import { ParticipantType } from "../participant.type.js";
import type { ProgrammeItemType } from "../programme-item.type.js";
import { readProgramme } from "../programme.reads.js";

const presenters = presentersOf(
  gatheringPresenter,
  programmeItemPresenter,
  participantPresenter,
  unitPresenter,
);

/** What a screen holds of a gathering. */
export interface Picture {
  readonly seq: number;
  gathering: GatheringType;
  readonly items: Map<string, ProgrammeItemType>;
  readonly units: Map<string, UnitType>;
  readonly people: Map<string, ParticipantType>;
}

const byId = <T extends { id: string }>(things: readonly T[]): Map<string, T> =>
  new Map(things.map((thing) => [thing.id, thing]));

/** The cursor tells of the reading, not of the gathering. */
const withoutCursor = (gathering: GatheringType): GatheringType => ({ ...gathering, cursor: "" });

/** A fresh picture, as the queries read it. */
export const snapshot = async ({ pool }: App, id: string, viewer: Viewer): Promise<Picture> => {
  const gathering = await readGathering(pool, id);
  const people = viewer.mayLead
    ? (await readPeople(pool, id, { first: 500, after: null })).edges.map(({ node }) => node)
    : [];
  return {
    seq: parseCursor(gathering.cursor)?.seq ?? Number.NaN,
    gathering: withoutCursor(gathering),
    items: byId(await readProgramme(pool, id)),
    units: byId(await readUnits(pool, gathering.networkId)),
    people: byId(people),
  };
};

/** A unit looks the same wherever it is named. */
const putUnit = ({ units, people }: Picture, unit: UnitType): void => {
  units.set(unit.id, unit);
  for (const [id, person] of people)
    if (person.unit.id === unit.id) people.set(id, Object.assign(new ParticipantType(), person, { unit }));
};

const apply = (picture: Picture, change: unknown): void => {
  if (change instanceof GatheringPut) picture.gathering = withoutCursor(change.gathering);
  else if (change instanceof ProgrammeItemPut) picture.items.set(change.item.id, change.item);
  else if (change instanceof ProgrammeItemGone) picture.items.delete(change.id);
  else if (change instanceof ParticipantPut) picture.people.set(change.participant.id, change.participant);
  else if (change instanceof ParticipantGone) picture.people.delete(change.id);
  else if (change instanceof UnitPut) putUnit(picture, change.unit);
  else throw new Error(`Unknown change ${String(change)}`);
};

export const changesSince = (
  app: App,
  id: string,
  seq: number,
  viewer: Viewer,
): Promise<readonly unknown[]> =>
  inSnapshot(app.pool, async (db) => {
    const stream = (await readStream(db, id)) as StreamState;
    const window = await readWindow(db, presenters, stream, seq);
    return window.admits(viewer) ? window.frameFor(viewer, stream.epoch).changes : ["excluded"];
  });

/** The picture after everything that its viewer has heard since. */
export const broughtUpToDate = async (app: App, picture: Picture, viewer: Viewer): Promise<Picture> => {
  const { gathering, seq } = picture;
  const copy = {
    ...picture,
    items: new Map(picture.items),
    units: new Map(picture.units),
    people: new Map(picture.people),
  };
  for (const change of await changesSince(app, gathering.id, seq, viewer)) apply(copy, change);
  return copy;
};
