import { limits } from "@ordskifte/schema";
import { Phase, PlenaryView, type Gathering, type Projection } from "./gathering.entity.js";
import { Arena, ItemKind, Writing, type ProgrammeItem } from "./programme-item.entity.js";

/** What the projector turns to when an item of each kind begins. */
const views: Record<ItemKind, PlenaryView> = {
  [ItemKind.WELCOME]: PlenaryView.WELCOME,
  [ItemKind.OWN_PRACTICE]: PlenaryView.INSTRUCTION,
  [ItemKind.EXAMPLES]: PlenaryView.INSTRUCTION,
  [ItemKind.THEORY]: PlenaryView.INSTRUCTION,
  [ItemKind.EXCHANGE]: PlenaryView.TILES,
  [ItemKind.IDEAS]: PlenaryView.IDEAS,
  [ItemKind.VOTE]: PlenaryView.VOTE,
  [ItemKind.TAKE_HOME]: PlenaryView.INSTRUCTION,
  [ItemKind.NEW_PLANS]: PlenaryView.INSTRUCTION,
  [ItemKind.REFLECTION]: PlenaryView.INSTRUCTION,
  [ItemKind.BREAK]: PlenaryView.PROGRAMME,
  [ItemKind.CLOSING]: PlenaryView.CLOSING,
};

export const projectionOf = (view: PlenaryView): Projection => ({
  view,
  boardId: null,
  contributionId: null,
  roundId: null,
});

type Named = "id" | "networkId" | "title" | "place" | "startsAt" | "state" | "joinCode" | "createdAt";

/** A gathering in which nothing has happened, and to which nobody has come. */
export const untouched: Omit<Gathering, Named> = {
  currentItemId: null,
  phase: Phase.PLENARY,
  moment: 1,
  summons: null,
  ideasPerGroup: limits.ideasPerGroup.usual,
  clock: { state: "stopped" },
  projection: projectionOf(PlenaryView.WELCOME),
  devices: 0,
  people: 0,
  unitsPresent: 0,
  presentByUnit: null,
};

/** Silent writing begins alone, plenary items together, and all else in the group. */
const firstPhase = ({ writing, openedAt, arena }: Readonly<ProgrammeItem>): Phase => {
  if (writing === Writing.SILENT && openedAt === null) return Phase.INDIVIDUAL;
  return arena === Arena.PLENARY ? Phase.PLENARY : Phase.GROUP;
};

/** Whoever was ready for what went before, or called somewhere, begins anew. */
export const nextMoment = ({ moment }: Readonly<Gathering>): Pick<Gathering, "moment" | "summons"> => ({
  moment: moment + 1,
  summons: null,
});

/** The gathering as it is when an item begins, or when none is on: a new item stops the clock of the one before. */
export const settingFor = (
  gathering: Readonly<Gathering>,
  item: Readonly<ProgrammeItem> | null,
): Gathering => ({
  ...gathering,
  currentItemId: item?.id ?? null,
  phase: item ? firstPhase(item) : Phase.PLENARY,
  ...nextMoment(gathering),
  clock: { state: "stopped" },
  projection: projectionOf(item ? views[item.kind] : PlenaryView.PROGRAMME),
});
