import { PostContributionDocument, TakeHomeDocument, type VoteRoundFieldsFragment } from "@ordskifte/schema";
import { takeaways } from "@ordskifte/server/demo/content";
import { type Day, firstOfEachUnit } from "./day.js";
import type { Guest } from "./guest.js";
import { nth } from "./words.js";

/** The units sit together again: everybody thinks aloud, and each unit takes one of the ideas home. */
export const newPlans = async (day: Day, { results }: VoteRoundFieldsFragment): Promise<void> => {
  const { leader, weather } = day;
  const { id, minutes } = await leader.next("NEW_PLANS");
  await weather.during(minutes, async () => {
    await day.all(async (guest) => {
      await guest.isAt(id);
      await guest.takeSeat("UNIT");
      await guest.post("UNIT", "REFLECTION", {
        body: `Dette vil jeg begynne med på mandag. (${guest.who.name})`,
      });
    });
    await Promise.all(
      firstOfEachUnit(day).map((guest, i) =>
        takeHome(guest, i, nth(results ?? [], i).ideaId, "for oss alle"),
      ),
    );
    await leader.project("TAKEAWAYS");
  });
  await day.at("promises");
};

const takeHome = (guest: Guest, i: number, contributionId: string, where: string): Promise<unknown> =>
  guest.device.act(TakeHomeDocument, {
    contributionId,
    body: `${nth(takeaways, i)} (${guest.who.name}, ${where})`,
  });

/** Goodbye; one unit still writes at home; then all of it can only be read. */
export const closing = async (day: Day): Promise<void> => {
  const { leader, weather, guests } = day;
  const { minutes } = await leader.next("CLOSING");
  await weather.during(minutes, () => leader.project("CLOSING"));
  await leader.goTo("FOLLOW_UP");
  const [athome] = guests as [Guest];
  const [first] = athome.cards("CROSS", "IDEA");
  await takeHome(athome, guests.length, first?.id ?? "", "etter samlingen");
  await leader.goTo("ARCHIVED");
  await day.all((guest) => guest.device.until("sees the archive", () => guest.picture.state === "ARCHIVED"));
  await nothingMore(athome);
  await day.at("archived");
};

const nothingMore = async (guest: Guest): Promise<void> => {
  const { boardId } = guest.group("CROSS");
  const input = { boardId, kind: "IDEA" as const, body: "For sent?", fromAuthor: false };
  const { __typename } = await guest.device.attempt(PostContributionDocument, input);
  if (__typename !== "GatheringNotOpen") throw new Error(`The archive answered ${__typename} to a new card.`);
};
