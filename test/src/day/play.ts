import { preparation } from "./at-home.js";
import { arrive, lunch, ownPractice, silentWriting, theory } from "./before-lunch.js";
import { exchange, pause } from "./across-units.js";
import { Day, type DayOptions, type Look } from "./day.js";
import { closing, newPlans } from "./home.js";
import { gather, vote } from "./plenary.js";

/** Plays a whole day through, to the archive. The caller closes it. */
export const playDay = async (options: DayOptions, look?: Look): Promise<Day> => {
  const day = await Day.plan(options, look);
  try {
    await preparation(day);
    await arrive(day);
    await ownPractice(day);
    await theory(day);
    await silentWriting(day);
    await lunch(day);
    if (options.newLaptop) await day.replaceLaptop();
    await exchange(day);
    await pause(day);
    await gather(day);
    const round = await vote(day);
    await newPlans(day, round);
    await closing(day);
    return day;
  } catch (error) {
    await day.close();
    throw error;
  }
};
