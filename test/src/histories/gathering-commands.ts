import { type Fields } from "../house/api.js";
import { itemFields } from "../house/hall.js";
import type { Draw } from "./card-commands.js";
import { lead, type SlowDraw } from "./lead.js";
import type { Dice, Drawn, Scene } from "./scene.js";

const itemDrawn = (dice: Dice): Fields =>
  itemFields({
    title: `Post ${dice.upTo(100)}`,
    minutes: 5 + dice.upTo(40),
    writing: dice.one(["OPEN", "OPEN", "SILENT"]),
    naming: dice.one(["NAMED", "NAMED", "ANONYMOUS"]),
    arena: dice.one(["CROSS", "UNIT"]),
  });

const onItem =
  (more: (dice: Dice, scene: Scene) => Fields = () => ({})): Draw =>
  (scene, dice) => ({ by: "leader", input: { itemId: dice.one(scene.items), ...more(dice, scene) } });

const addItem: Draw = (scene, dice) => ({
  ...lead(scene, { item: itemDrawn(dice), afterItemId: dice.chance(0.5) ? dice.one(scene.items) : null }),
  selection: "... on GatheringWritten { item { id } }",
  remember: ({ item }) => void scene.items.push((item as { id: string }).id),
});

/** The newest: what somebody has written in is not taken away. */
const removeItem: Draw = (scene) => ({ by: "leader", input: { itemId: scene.items.at(-1) } });

const join: Draw = (scene, dice) => {
  const names = [...scene.people.keys()].filter((name) => !scene.removed.has(name));
  const again = dice.chance(0.4) ? dice.one(names) : null;
  const { hall } = scene;
  const guest = `guest ${scene.people.size}`;
  const name = `Deltaker ${dice.upTo(1_000)}`;
  const unitId = dice.one(hall.people.network.units).id;
  return {
    // Whoever comes again brings their session, and goes by another name.
    by: again ?? guest,
    input: { code: hall.code, name, unitId, people: 1 + dice.upTo(2), wantsToken: true },
    selection: "... on Joined { token participant { id } }",
    remember: async ({ token, participant }) => {
      if (again) return;
      const api = hall.lead.as(String(token));
      const { person } = await api.read<{ person: { id: string } }>("{ viewer { person { id } } }");
      const { id } = participant as { id: string };
      scene.people.set(guest, { api, personId: person.id, participantId: id });
    },
  };
};

const removeParticipant: Draw = (scene, dice) => {
  const name = dice.some(
    [...scene.people.keys()].filter((one) => /leaver|guest/.test(one) && !scene.removed.has(one)),
  );
  if (!name) return null;
  const participantId = scene.people.get(name)?.participantId;
  return { by: "leader", input: { participantId }, remember: () => void scene.removed.add(name) };
};

const seat: Draw = (scene, dice) => ({
  by: "leader",
  input: {
    participantId: scene.people.get(dice.one([...scene.people.keys()]))?.participantId,
    groupId: dice.one(scene.groups).id,
  },
});

const openRound: Draw = (scene, dice) => {
  const ideaIds = dice.several(scene.cards.filter(({ kind }) => kind === "IDEA")).map(({ id }) => id);
  const input = { title: "Hva vil vi prøve?", budget: 3, maxPerIdea: 2, ideaIds };
  return ideaIds.length === 0
    ? null
    : {
        ...lead(scene, input),
        selection: "... on GatheringWritten { round { id } }",
        remember: ({ round }) => void scene.rounds.push({ id: (round as { id: string }).id, ideaIds }),
      };
};

const castBallot: Draw = ({ rounds, people }, dice) => {
  const round = rounds.at(-1);
  if (!round) return null;
  const choices = dice.several(round.ideaIds, 0.4).map((ideaId) => ({ ideaId, dots: 1 + dice.upTo(1) }));
  return { by: dice.one([...people.keys()]), input: { roundId: round.id, choices } };
};

const onRound: Draw = ({ rounds }, dice) => {
  const round = dice.some(rounds);
  return round && { by: "leader", input: { roundId: round.id } };
};

const momentOf = async ({ hall }: Scene): Promise<number> => {
  const query = "query ($id: ID!) { gathering(id: $id) { moment } }";
  return (await hall.lead.read<{ moment: number }>(query, { id: hall.id })).moment;
};

const learningCode = (scene: Scene): Pick<Drawn, "selection" | "remember"> => ({
  selection: "... on GatheringWritten { gathering { state joinCode } }",
  remember: ({ gathering }) => {
    const { state, joinCode } = gathering as { state: string; joinCode: string | null };
    scene.isLive = state === "LIVE";
    if (joinCode) Object.assign(scene.hall, { code: joinCode });
  },
});

const changeState: Draw = (scene, dice) => ({
  ...lead(scene, { to: scene.isLive && dice.chance(0.4) ? "FOLLOW_UP" : "LIVE" }),
  ...learningCode(scene),
});

const setSign: SlowDraw = async (scene, dice) => ({
  by: dice.one([...scene.people.keys()]),
  input: {
    gatheringId: scene.hall.id,
    moment: await momentOf(scene),
    ready: dice.chance(0.6),
    hand: dice.chance(0.4),
  },
});

const passTurn: SlowDraw = async (scene, dice) => {
  const query =
    "query ($id: ID!) { gathering(id: $id) { turns { groupId participantId } groups { id members { id } } } }";
  const { turns, groups } = await scene.hall.lead.read<{
    turns: { groupId: string; participantId: string | null }[];
    groups: { id: string; members: { id: string }[] }[];
  }>(query, { id: scene.hall.id });
  const group = dice.some(groups.filter(({ members }) => members.length > 0));
  if (!group) return null;
  const from = turns.find(({ groupId }) => groupId === group.id)?.participantId ?? null;
  const ids = group.members.map(({ id }) => id);
  const by = [...scene.people].find(([, { participantId }]) => ids.includes(participantId))?.[0] ?? "leader";
  return { by, input: { groupId: group.id, fromParticipantId: from, toParticipantId: dice.one(ids) } };
};

/** Only what was opened can be closed. */
const closeWriting: SlowDraw = async (scene, dice) => {
  const query = "query ($id: ID!) { gathering(id: $id) { programme { id openedAt } } }";
  const { programme } = await scene.hall.lead.read<{ programme: { id: string; openedAt: string | null }[] }>(
    query,
    { id: scene.hall.id },
  );
  const opened = dice.some(programme.filter(({ openedAt }) => openedAt !== null));
  return opened ? { by: "leader", input: { itemId: opened.id } } : null;
};

/** Commands on the gathering, its programme, people, groups and votes, each drawn by itself. */
export const gatheringCommands: Readonly<Record<string, Draw | SlowDraw>> = {
  addItem,
  editItem: onItem((dice) => ({ item: itemDrawn(dice) })),
  moveItem: onItem((dice, { items }) => ({ afterItemId: dice.chance(0.3) ? null : dice.one(items) })),
  removeItem,
  openWriting: onItem(),
  closeWriting,
  goToItem: (scene, dice) => lead(scene, { itemId: dice.one(scene.items) }),
  setPhase: (scene, dice) => lead(scene, { phase: dice.one(["INDIVIDUAL", "GROUP", "PLENARY"]) }),
  setClock: (scene, dice) =>
    lead(scene, {
      action: dice.one(["START", "START", "PAUSE", "RESUME", "EXTEND", "STOP"]),
      seconds: 60 + dice.upTo(600),
    }),
  project: (scene, dice) =>
    lead(scene, { view: dice.one(["WELCOME", "TILES", "PROGRAMME", "BLACK", "IDEAS"]) }),
  changeState,
  editGathering: (scene, dice) =>
    lead(scene, { title: `Samling ${dice.upTo(100)}`, place: dice.one([null, "Aulaen"]) }),
  renewJoinCode: (scene) => ({ ...lead(scene), ...learningCode(scene) }),
  rescaleProgramme: (scene, dice) => lead(scene, { minutes: 60 + dice.upTo(300) }),
  callTogether: (scene, dice) =>
    lead(scene, { boardId: dice.chance(0.4) ? null : dice.one(scene.groups).boardId }),
  makeGroups: (scene, dice) => ({
    ...lead(scene, { arena: dice.one(["CROSS", "UNIT"]), size: 2 + dice.upTo(2) }),
    remember: () => scene.learnGroups(),
  }),
  seatParticipant: seat,
  join,
  removeParticipant,
  addUnit: ({ hall }, dice) => ({
    by: "leader",
    input: {
      networkId: hall.people.network.networkId,
      unit: { name: `Enhet ${dice.upTo(1_000_000)}`, municipality: "Lysnes", kind: "SCHOOL" },
    },
  }),
  setUnitKind: ({ hall }, dice) => ({
    by: "leader",
    input: {
      unitId: dice.one(hall.people.network.units).id,
      kind: dice.one(["SCHOOL", "PRIMARY_SCHOOL", "KINDERGARTEN"]),
    },
  }),
  openRound,
  castBallot,
  closeRound: onRound,
  revealRound: onRound,
  setSign,
  passTurn,
};
