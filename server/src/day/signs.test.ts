import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../kernel/ids.js";
import { GatheringNotOpen, Outdated } from "../kernel/refusals.js";
import { GatheringState } from "../kernel/words.js";
import { presentersOf, type Viewer } from "../live/presenter.js";
import { headOf, heardSince } from "../testing/follow.js";
import { startTestApp, type Somebody, type TestApp } from "../testing/world.js";
import { goToItem } from "../modules/gatherings/commands/go-to-item.js";
import { removeParticipant } from "../modules/gatherings/commands/remove-participant.js";
import { setPhase } from "../modules/gatherings/commands/set-phase.js";
import { Phase } from "../modules/gatherings/index.js";
import { Hall, refusalOf, valueOf } from "../modules/gatherings/testing/hall.js";
import { passTurn } from "../modules/signs/commands/pass-turn.js";
import { setSign, type SetSign } from "../modules/signs/commands/set-sign.js";
import { loadSignCounts, readGroupReady, readSigns, readTurns } from "../modules/signs/sign.facts.js";
import {
  groupReadyPresenter,
  presentReady,
  presentSign,
  signCountPresenter,
  signPresenter,
  turnPresenter,
} from "../modules/signs/sign.presenter.js";
import {
  GroupReadyPut,
  SignCountPut,
  SignPut,
  TurnPut,
  type SignCountType,
  type SignType,
  type TurnType,
} from "../modules/signs/sign.type.js";

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

const inHall = async () => {
  const hall = await Hall.open(test);
  const [anna, pair] = [await hall.world.addParticipant(0), await hall.world.addParticipant(1, 3)];
  const { group } = await hall.world.addGroup(anna, pair);
  return { hall, anna, pair, group };
};

const momentOf = async (hall: Hall): Promise<number> => (await hall.gathering()).moment;

const sign = async (hall: Hall, who: Somebody, what: Partial<SetSign>) =>
  setSign(test.app.commit, who.actor, {
    clientMutationId: newId(),
    gatheringId: hall.id,
    moment: await momentOf(hall),
    ...what,
  });

const counts = async ({ id }: Hall) => (await loadSignCounts(test.app.pool, [id])).get(id);

describe("ready, and a hand in the air", () => {
  it("counts a device for all who share it, and takes back what is taken back", async () => {
    const { hall, anna, pair } = await inHall();
    await valueOf(sign(hall, anna, { ready: true }));
    await valueOf(sign(hall, pair, { ready: true, hand: true }));
    expect(await counts(hall)).toEqual({ moment: 1, ready: 4, hands: 1 });
    await valueOf(sign(hall, pair, { ready: false }));
    expect(await counts(hall)).toEqual({ moment: 1, ready: 1, hands: 1 });
  });

  it("is counted for the group one sits in, and told to all as a number", async () => {
    const { hall, anna, pair, group } = await inHall();
    await hall.world.addGroup(await hall.world.addParticipant(2));
    const head = await headOf(test.app, hall.id);
    await valueOf(sign(hall, pair, { ready: true }));
    await valueOf(sign(hall, anna, { ready: true, hand: true }));
    await valueOf(sign(hall, anna, { ready: false }));
    const ready = { groupId: group.id, moment: 1, ready: 3 };
    expect(await readGroupReady(test.app.pool, hall.id)).toEqual([ready]);
    const viewer: Viewer = { personId: newId(), participantId: null, mayLead: false, parts: ["GROUPS"] };
    const [heard] = await heardSince(test.app, hall.id, head, presentersOf(groupReadyPresenter), [viewer]);
    expect(heard?.at(-1)).toEqual(new GroupReadyPut(presentReady(ready)));
    await valueOf(hall.lead(goToItem, { itemId: hall.items[1].id }));
    expect(await readGroupReady(test.app.pool, hall.id)).toEqual([]);
  });

  it("keeps both of two presses at once, and the time of a hand that is up already", async () => {
    const { hall, anna } = await inHall();
    await Promise.all([sign(hall, anna, { ready: true }), sign(hall, anna, { hand: true })]);
    const [first] = await readSigns(test.app.pool, hall.id, anna.actor.personId);
    expect(first).toMatchObject({ ready: true, handUpAt: expect.any(Date) });
    await valueOf(sign(hall, anna, { hand: true }));
    expect(await readSigns(test.app.pool, hall.id, anna.actor.personId)).toEqual([first]);
  });

  it("is the same when it is sent again, and moves nothing then", async () => {
    const { hall, anna } = await inHall();
    const clientMutationId = newId();
    await valueOf(sign(hall, anna, { clientMutationId, hand: true }));
    const head = await headOf(test.app, hall.id);
    await valueOf(sign(hall, anna, { clientMutationId, hand: true }));
    await valueOf(sign(hall, anna, { hand: true }));
    expect([await headOf(test.app, hall.id), (await counts(hall))?.hands]).toEqual([head, 1]);
  });

  it("is gone with the next phase and the next item, and the same phase again clears nothing", async () => {
    const { hall, anna } = await inHall();
    await valueOf(sign(hall, anna, { ready: true, hand: true }));
    await valueOf(hall.lead(setPhase(null), { phase: Phase.GROUP }));
    expect(await counts(hall)).toMatchObject({ ready: 1, hands: 1 });
    await valueOf(hall.lead(setPhase(null), { phase: Phase.PLENARY }));
    expect(await counts(hall)).toMatchObject({ moment: 2, ready: 0, hands: 0 });
    await valueOf(sign(hall, anna, { ready: true }));
    await valueOf(hall.lead(goToItem, { itemId: hall.items[1].id }));
    expect([await counts(hall), await readSigns(test.app.pool, hall.id, null)]).toEqual([
      { moment: 3, ready: 0, hands: 0 },
      [],
    ]);
  });

  it("is not taken for another moment than it was meant for, nor while nothing goes on", async () => {
    const { hall, anna } = await inHall();
    const moment = await momentOf(hall);
    await valueOf(hall.lead(goToItem, { itemId: hall.items[1].id }));
    expect(await refusalOf(sign(hall, anna, { moment, ready: true }))).toBeInstanceOf(Outdated);
    expect(await refusalOf(sign(hall, anna, { moment: moment + 2, ready: true }))).toMatchObject({
      field: "moment",
    });
    const other = await Hall.open(test, GatheringState.PREPARING);
    const guest = await other.world.addParticipant();
    expect(await refusalOf(sign(other, guest, { ready: true }))).toBeInstanceOf(GatheringNotOpen);
  });

  it("is for those who take part; a stranger does not learn that there is anything", async () => {
    const { hall, anna } = await inHall();
    const moment = await momentOf(hall);
    const leader = { ...anna, actor: hall.leader };
    await expect(sign(hall, leader, { moment, ready: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const stranger = { ...anna, actor: await hall.world.addPerson() };
    await expect(sign(hall, stranger, { moment, ready: true })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("goes with somebody who is taken out", async () => {
    const { hall, pair } = await inHall();
    await valueOf(sign(hall, pair, { ready: true, hand: true }));
    const place = { gatheringId: hall.id, attendance: test.app.attendance };
    const input = { clientMutationId: newId(), participantId: pair.participant.id };
    await valueOf(removeParticipant(test.app.commit, hall.leader, place, input));
    expect(await counts(hall)).toMatchObject({ ready: 0, hands: 0 });
  });
});

const pass = (
  { group, hall }: Awaited<ReturnType<typeof inHall>>,
  who: Somebody,
  from: Somebody | null,
  to: Somebody,
) =>
  passTurn(
    test.app.commit,
    who.actor,
    { groupId: group.id, gatheringId: hall.id },
    {
      clientMutationId: newId(),
      groupId: group.id,
      fromParticipantId: from?.participant.id ?? null,
      toParticipantId: to.participant.id,
    },
  );

describe("whose turn it is", () => {
  it("goes from one to the next; of two who pass it on at once one is told", async () => {
    const at = await inHall();
    const both = await Promise.all([pass(at, at.anna, null, at.pair), pass(at, at.pair, null, at.pair)]);
    expect(both.map(({ outcome }) => outcome.done).toSorted()).toEqual([false, true]);
    expect(await readTurns(test.app.pool, at.hall.id)).toMatchObject([
      { participantId: at.pair.participant.id },
    ]);
  });

  it("begins anew in the next phase", async () => {
    const at = await inHall();
    await valueOf(pass(at, at.anna, null, at.pair));
    await valueOf(at.hall.lead(setPhase(null), { phase: Phase.PLENARY }));
    expect(await readTurns(test.app.pool, at.hall.id)).toEqual([]);
    expect(await refusalOf(pass(at, at.anna, at.pair, at.anna))).toBeInstanceOf(Outdated);
    await valueOf(pass(at, at.anna, null, at.anna));
  });

  it("is the group's own: others neither pass it on nor get it, and those who lead may help", async () => {
    const at = await inHall();
    const elsewhere = await at.hall.world.addParticipant(2);
    await expect(pass(at, elsewhere, null, at.anna)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(pass(at, at.anna, null, elsewhere))).toMatchObject({ field: "toParticipantId" });
    await valueOf(pass(at, { ...at.anna, actor: at.hall.leader }, null, at.pair));
  });
});

interface Picture {
  signs: Map<string, SignType>;
  turns: Map<string, TurnType>;
  count: SignCountType | undefined;
}

const presenters = presentersOf(signPresenter, signCountPresenter, turnPresenter);

/** What a screen shows: what belongs to another moment is not shown. */
const shown = ({ signs, turns, count }: Picture, moment: number) => ({
  signs: [...signs.values()]
    .filter((one) => one.moment === moment)
    .toSorted((a, b) => (a.participantId < b.participantId ? -1 : 1)),
  turns: [...turns.values()].filter((one) => one.moment === moment),
  count: count?.moment === moment ? count : { moment, ready: 0, hands: 0 },
});

const fresh = async (hall: Hall, { personId, mayLead }: Viewer): Promise<Picture> => ({
  signs: new Map(
    (await readSigns(test.app.pool, hall.id, mayLead ? null : personId)).map((one) => [
      one.participantId,
      presentSign(one),
    ]),
  ),
  turns: new Map((await readTurns(test.app.pool, hall.id)).map((one) => [one.groupId, one])),
  count: await counts(hall),
});

const apply = (picture: Picture, change: unknown): void => {
  if (change instanceof SignPut) picture.signs.set(change.sign.participantId, change.sign);
  else if (change instanceof SignCountPut) picture.count = change.count;
  else if (change instanceof TurnPut) picture.turns.set(change.turn.groupId, change.turn);
};

describe("[FEED5] [FEED6] what is heard", () => {
  it("makes a stale picture fresh from every point, for those who lead, for oneself and for the room", async () => {
    const at = await inHall();
    const { hall, anna, pair } = at;
    const viewers = [hall.leader, anna.actor, pair.actor].map(({ personId }, index) => ({
      personId,
      participantId: null,
      mayLead: index === 0,
      parts: ["GROUPS"],
    }));
    const steps = [
      () => sign(hall, anna, { ready: true }),
      () => sign(hall, pair, { hand: true, ready: true }),
      () => pass(at, anna, null, pair),
      () => sign(hall, pair, { hand: false }),
      () => hall.lead(setPhase(null), { phase: Phase.PLENARY }),
      () => sign(hall, anna, { hand: true }),
    ];
    const before: { head: number; pictures: Picture[] }[] = [];
    for (const step of steps) {
      const pictures = await Promise.all(viewers.map((viewer) => fresh(hall, viewer)));
      before.push({ head: await headOf(test.app, hall.id), pictures });
      expect((await step()).outcome.done).toBe(true);
    }
    const moment = await momentOf(hall);
    for (const { head, pictures } of before) {
      const heard = await heardSince(test.app, hall.id, head, presenters, viewers);
      for (const [index, viewer] of viewers.entries()) {
        const picture = pictures[index] as Picture;
        for (const change of heard[index] ?? []) apply(picture, change);
        expect(shown(picture, moment)).toEqual(shown(await fresh(hall, viewer), moment));
      }
    }
    const [, , others] = await heardSince(test.app, hall.id, 0, presenters, viewers);
    expect(JSON.stringify(others?.filter((change) => change instanceof SignPut))).not.toContain(
      anna.participant.id,
    );
  });
});
