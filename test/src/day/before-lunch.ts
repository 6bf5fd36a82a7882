import { examples, reflections } from "@ordskifte/server/demo/content";
import { type Day, firstOfEachUnit } from "./day.js";
import type { Guest } from "./guest.js";
import { helpAtTheDoor, misnamed } from "./help.js";
import { nth } from "./words.js";

/** Everybody comes in at once, and the leader sees them all. */
export const arrive = async (day: Day): Promise<void> => {
  const { leader, weather, code } = day;
  await leader.goTo("LIVE");
  const { minutes } = await leader.next("WELCOME");
  await leader.project("WELCOME");
  await weather.during(minutes, async () => {
    const door = misnamed(day);
    const nameOf = (guest: Guest): string => (guest === door ? "Gjest" : guest.who.name);
    await day.all(async (guest) => guest.isHere || guest.arrive(code, nameOf(guest)));
    await helpAtTheDoor(day);
    const isFull = (): boolean => day.leader.picture.headCount.people === day.people;
    await day.leader.device.until("sees everybody", isFull);
  });
  await day.at("arrived");
};

/** Each unit sits together, as it has since its first came in; each device writes an example, and says that it is ready. */
export const ownPractice = async (day: Day): Promise<void> => {
  const { leader, weather } = day;
  const { id, minutes } = await leader.next("OWN_PRACTICE");
  await weather.during(minutes, async () => {
    await leader.phase("INDIVIDUAL");
    await day.all(async (guest, i) => {
      await guest.isAt(id);
      await guest.takeSeat("UNIT");
      await guest.post("UNIT", "PRACTICE_EXAMPLE", exampleOf(guest, i, "hjemme"));
    });
    await everybodyReady(day);
    await leader.phase("GROUP");
  });
  await day.all((guest) => guest.device.leaveBoard(guest.group("UNIT").boardId));
};

/** All say that they are ready in the same moment, and none of them is lost. */
const everybodyReady = async (day: Day): Promise<void> => {
  const { moment } = day.leader.picture;
  await day.all(async (guest) => {
    await guest.device.until("sees the phase", () => guest.picture.moment === moment);
    await guest.sign({ ready: true });
  });
  const areReady = (): boolean => day.leader.picture.signCount.ready === day.people;
  await day.leader.device.until("sees that all are ready", areReady);
  await day.all((guest) => guest.device.until("sees that its group is ready", () => isReady(guest)));
};

const isReady = (guest: Guest): boolean => {
  const { id, people } = guest.group("UNIT");
  return guest.picture.groupReady.some(({ groupId, ready }) => groupId === id && ready === people);
};

/** An example on the hall's screen while somebody speaks; one of each unit notes what they can use. */
export const theory = async (day: Day): Promise<void> => {
  const { leader, weather } = day;
  const contributionId = day.exampleFromHome;
  await leader.invite("THEORY", "THEORY_INPUT");
  const { id, minutes } = await leader.next("THEORY");
  await weather.during(minutes, async () => {
    await leader.project("SPOTLIGHT", { contributionId });
    await Promise.all(
      firstOfEachUnit(day).map(async (guest) => {
        await guest.isAt(id);
        const body = `Kort vei fra praten til praksisen. (${guest.who.name})`;
        await guest.post("UNIT", "THEORY_INPUT", { title: "Kritiske venner", body });
      }),
    );
    const isShown = ({ picture }: Guest): boolean => picture.projection.contributionId === contributionId;
    await day.all((guest) => guest.device.until("hears what the hall sees", () => isShown(guest)));
    await day.at("theory");
  });
};

/** In groups across units, everybody writes for themselves until the bell; then all of it is opened at once, too early, and opened again. */
export const silentWriting = async (day: Day): Promise<void> => {
  const { leader, weather } = day;
  await leader.makeGroups("CROSS", day.groupSize);
  const { id, minutes } = await leader.next("REFLECTION");
  await weather.during(minutes, async () => {
    await day.all(async (guest) => {
      await guest.isAt(id);
      await guest.takeSeat("CROSS");
    });
    await day.all(submitAll);
    await day.all((guest) => guest.sees("CROSS", "REFLECTION", guest.who.people));
    await day.at("bell");
    const isOpen = (): Promise<void> =>
      day.all((guest) => guest.sees("CROSS", "REFLECTION", guest.group("CROSS").people));
    await leader.phase("GROUP");
    await isOpen();
    await leader.takeBack(id);
    await day.all((guest) => guest.sees("CROSS", "REFLECTION", guest.who.people));
    await leader.phase("GROUP");
    await isOpen();
    await day.at("opened");
  });
};

/** A card for each of those who share the device. */
const submitAll = async (guest: Guest, i: number): Promise<void> => {
  await Promise.all(
    Array.from({ length: guest.who.people }, (_, voter) =>
      guest.post("CROSS", "REFLECTION", { body: `${nth(reflections, i)} (${i}.${voter})` }),
    ),
  );
};

export const lunch = async (day: Day): Promise<void> => {
  const { minutes } = await day.leader.next("BREAK");
  await day.weather.during(minutes, () => day.leader.project("PROGRAMME"));
};

export const exampleOf = (guest: Guest, i: number, where: string) => {
  const { title, text, theme } = nth(examples, i);
  const body = `${text} (${guest.who.name}, ${where})`;
  return { title, body, theme, challengeUsOn: "Hva ser vi ikke selv?" };
};
