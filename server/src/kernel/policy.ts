import { forbidden, notFound } from "./errors.js";

/** Somebody's standing towards the thing they want to do something with. */
export interface Seeing {
  /** Whether they may know that it exists. */
  readonly maySee: boolean;
}

/** A rule that can be read aloud: who may do what. */
export interface Rule<Who extends Seeing, Facts> {
  readonly action: string;
  readonly allows: (who: Who, facts: Facts) => boolean;
}

export const allow = <Who extends Seeing, Facts = void>(
  action: string,
  allows: (who: Who, facts: Facts) => boolean,
): Rule<Who, Facts> => ({ action, allows });

/** Throws NOT_FOUND to those who may not know of the thing, FORBIDDEN to those who may know but not do. */
export const demand = <Who extends Seeing, Facts>(rule: Rule<Who, Facts>, who: Who, facts: Facts): void => {
  if (!who.maySee) throw notFound();
  if (!rule.allows(who, facts)) throw forbidden();
};
