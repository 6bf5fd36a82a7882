import { type ContributionFieldsFragment, PassTurnDocument, SendToPlenaryDocument } from "@ordskifte/schema";
import { answers, examples, ideas } from "@ordskifte/server/demo/content";
import { isRefusal } from "../house/api.js";
import { exampleOf } from "./before-lunch.js";
import { type Day, nthGuest } from "./day.js";
import type { Guest } from "./guest.js";
import { lateComer, lookIn, writing } from "./help.js";
import { nth } from "./words.js";

/** Each puts an example before the group, is challenged by the next one, and answers. */
export const exchange = async (day: Day): Promise<void> => {
  const { leader, weather } = day;
  const { id, minutes } = await leader.next("EXCHANGE");
  await leader.project("TILES");
  await weather.during(minutes, async () => {
    await lateComer(day);
    const signs = writing(day);
    await day.all(async (guest, i) => {
      await guest.isAt(id);
      await guest.post("CROSS", "PRACTICE_EXAMPLE", exampleOf(guest, i, "på tvers"));
    });
    await Promise.all([...day.tables.map(oneTable), signs]);
    await day.at("exchange");
    await handsUp(day);
    await lookIn(day);
    await showExample(day);
  });
};

/** An example with what it was asked and what was answered, before the whole hall. */
const showExample = async (day: Day): Promise<void> => {
  const [example] = nthGuest(day, 0).cards("CROSS", "PRACTICE_EXAMPLE");
  await day.leader.project("SPOTLIGHT", { contributionId: example?.id ?? "" });
  await day.at("spotlight");
};

const oneTable = async (table: Guest[]): Promise<void> => {
  await goRound(table);
  await Promise.all(table.map((guest) => guest.sees("CROSS", "PRACTICE_EXAMPLE", table.length)));
  await Promise.all(table.map((guest, i) => challenge(guest, nth(table, i + 1), i)));
  await Promise.all(table.map((guest, i) => answerAll(guest, i)));
  await Promise.all(table.map((guest) => guest.sees("CROSS", "ANSWER", table.length)));
};

/** Whose turn it is goes round the table; each passes it on. */
const goRound = async (table: Guest[]): Promise<void> => {
  const [first] = table as [Guest];
  const { id: groupId } = first.group("CROSS");
  let from: Guest | null = null;
  for (const to of table) {
    const fromParticipantId = from?.participantId ?? null;
    const turn = { groupId, fromParticipantId, toParticipantId: to.participantId };
    await (from ?? first).device.act(PassTurnDocument, turn);
    from = to;
  }
  const isLast = (guest: Guest): boolean =>
    guest.picture.turns.some((turn) => turn.participantId === from?.participantId);
  await Promise.all(table.map((guest) => guest.device.until("sees whose turn it is", () => isLast(guest))));
};

const isBy = (guest: Guest, { author }: ContributionFieldsFragment): boolean =>
  author?.id === guest.participantId;

const challenge = async (guest: Guest, next: Guest, i: number): Promise<void> => {
  const example = guest.cards("CROSS", "PRACTICE_EXAMPLE").find((card) => isBy(next, card));
  const body = `${nth(examples, i).challenge} (${guest.who.name})`;
  await guest.post("CROSS", "CHALLENGE", { body, toId: example?.id ?? "" });
};

/** The author answers what was asked of their example. */
const answerAll = async (guest: Guest, i: number): Promise<void> => {
  const mine = new Set(
    guest
      .cards("CROSS", "PRACTICE_EXAMPLE")
      .filter((card) => card.isMine)
      .map(({ id }) => id),
  );
  const asked = (): ContributionFieldsFragment[] =>
    guest.cards("CROSS", "CHALLENGE").filter(({ links }) => links.some(({ toId }) => mine.has(toId)));
  await guest.device.until("is challenged", () => asked().length > 0);
  for (const { id } of asked()) {
    const body = `${nth(answers, i)} (${guest.who.name})`;
    await guest.post("CROSS", "ANSWER", { body, toId: id, fromAuthor: true });
  }
};

/** One in each group asks for the leader, who sees all the hands, and each of them go down. */
const handsUp = async (day: Day): Promise<void> => {
  const askers = day.tables.map(([first]) => first as Guest);
  const sees = (hands: number): Promise<void> =>
    day.leader.device.until(`sees ${hands} hands`, () => day.leader.picture.signCount.hands === hands);
  await Promise.all(askers.map((guest) => guest.sign({ hand: true })));
  await sees(askers.length);
  await Promise.all(askers.map((guest) => guest.sign({ hand: false })));
  await sees(0);
};

export const pause = async (day: Day): Promise<void> => {
  const { minutes } = await day.leader.next("BREAK");
  await day.weather.during(minutes, async () => undefined);
};

/** Each writes an idea that springs from a challenge, and each group sends the plenary as many as it may. */
export const findIdeas = async (day: Day, most: number): Promise<void> => {
  const { leader, weather } = day;
  const { id, minutes } = await leader.next("IDEAS");
  await weather.during(minutes, async () => {
    await day.all(async (guest, i) => {
      await guest.isAt(id);
      const from = nth(guest.cards("CROSS", "CHALLENGE"), i);
      const body = `${nth(ideas, i)}, ${guest.who.name} vil prøve`;
      await guest.post("CROSS", "IDEA", { body, toId: from.id });
    });
    await Promise.all(day.tables.map((table) => sendIdeas(table, most)));
  });
};

/** All of a group send an idea at the same moment: as many get through as may, and no more. */
const sendIdeas = async (table: Guest[], most: number): Promise<void> => {
  await Promise.all(table.map((guest) => guest.sees("CROSS", "IDEA", table.length)));
  const sent = await Promise.all(
    table.map((guest) => {
      const mine = guest.cards("CROSS", "IDEA").find((card) => isBy(guest, card));
      return guest.device.attempt(SendToPlenaryDocument, { contributionId: mine?.id ?? "" });
    }),
  );
  const through = sent.filter(({ __typename }) => !isRefusal(__typename)).length;
  if (through !== Math.min(most, table.length))
    throw new Error(`A group sent ${through} ideas to the plenary, and may send ${most}.`);
};
