import { allow } from "../../kernel/policy.js";
import type { Standing } from "../gatherings/index.js";

interface Seated {
  readonly seated: boolean;
}

const theirsOrLeaders = (who: Standing, { seated }: Seated): boolean => who.mayLead || seated;

export const maySend = allow("plenary.send", theirsOrLeaders);
export const mayTakeBack = allow("plenary.takeBack", theirsOrLeaders);
export const maySetLimit = allow("plenary.setLimit", (who: Standing) => who.mayLead);
export const mayCompare = allow("plenary.compare", (who: Standing) => who.mayLead);
