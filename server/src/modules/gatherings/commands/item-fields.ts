import { limits, within } from "@ordskifte/schema";
import { InputRejected } from "../../../kernel/refusals.js";
import { optionalText, requiredText } from "../../../kernel/texts.js";
import { InputProblem } from "../../../kernel/words.js";
import type { ProgrammeItem } from "../programme-item.entity.js";

/** What a leader says of a programme item. */
export type ItemFields = Pick<
  ProgrammeItem,
  "title" | "kind" | "arena" | "minutes" | "instruction" | "writing" | "naming" | "invites"
>;

/** The checked fields, or the refusal of the first that is wrong. */
export const readItemFields = (fields: ItemFields): ItemFields | InputRejected => {
  const title = requiredText("item.title", fields.title, limits.itemTitle);
  if (title instanceof InputRejected) return title;
  const instruction = optionalText("item.instruction", fields.instruction, limits.instruction);
  if (instruction instanceof InputRejected) return instruction;
  if (!within(limits.minutes, fields.minutes))
    return new InputRejected("item.minutes", InputProblem.OUT_OF_RANGE);
  const { kind, arena, minutes, writing, naming } = fields;
  const invites = [...new Set(fields.invites)];
  return { title, kind, arena, minutes, instruction: instruction ?? "", writing, naming, invites };
};
