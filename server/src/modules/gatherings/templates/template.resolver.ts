import { limits, within } from "@ordskifte/schema";
import { Arg, Int, Query, Resolver } from "type-graphql";
import { badInput } from "../../../kernel/errors.js";
import { writtenTemplates } from "./programme-from.js";
import { Language } from "../../../kernel/words.js";
import { ProgrammeTemplate } from "./template.type.js";

const { min, max } = limits.programmeMinutes;

@Resolver(() => ProgrammeTemplate)
export class TemplateResolver {
  @Query(() => [ProgrammeTemplate], {
    description: "The programmes that a gathering can begin from. The same for everybody.",
  })
  programmeTemplates(
    @Arg("language", () => Language, { description: "The language they are to be written in." })
    language: Language,
    @Arg("minutes", () => Int, {
      nullable: true,
      description: `How long everybody is to be together, ${min} to ${max}; each template's own length when null.`,
    })
    minutes: number | null = null,
  ): ProgrammeTemplate[] {
    if (minutes !== null && !within(limits.programmeMinutes, minutes)) {
      throw badInput(`minutes must be between ${min} and ${max}.`);
    }
    return writtenTemplates(language, minutes);
  }
}
