import { HtmlValidate } from "html-validate";
import { type Engine, versionOf } from "./engine.js";

// What the HTML standard demands, and no taste.
const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });

/** The document as the browser has it, after all scripts, by the grammar of HTML. */
export const markup: Engine = {
  name: "html-validate",
  version: versionOf("html-validate"),
  async failuresOn(page) {
    const { results } = await validator.validateString(await page.content());
    return results
      .flatMap(({ messages }) => messages)
      .map(({ ruleId, message, selector }) => `${ruleId}: ${selector ?? ""}: ${message}`);
  },
};
