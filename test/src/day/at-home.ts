import { PreparationDocument } from "@ordskifte/schema";
import { exampleOf } from "./before-lunch.js";
import { type Day, firstOfEachUnit } from "./day.js";

/** Before the day: one of each unit writes an example at home, but of one unit nobody does, and the leader sees which. */
export const preparation = async (day: Day): Promise<void> => {
  const { leader, code } = day;
  const itemId = await leader.addHomework();
  const [forgetful, ...prepared] = firstOfEachUnit(day);
  const written = await Promise.all(
    prepared.map(async (guest, i) => {
      await guest.arrive(code);
      await guest.takeSeat("UNIT");
      const id = await guest.post("UNIT", "PRACTICE_EXAMPLE", {
        ...exampleOf(guest, i, "på forhånd"),
        itemId,
      });
      await guest.device.leaveBoard(guest.group("UNIT").boardId);
      return id;
    }),
  );
  day.exampleFromHome = written[0] ?? "";
  const { gathering } = await leader.device.ask(PreparationDocument, { id: day.gatheringId });
  const lacking = gathering.preparation?.filter(({ examples }) => examples === 0).map(({ unit }) => unit.id);
  if (lacking?.length !== 1 || lacking[0] !== forgetful?.who.unitId)
    throw new Error(`The leader is told that ${lacking?.length} units lack examples.`);
};
