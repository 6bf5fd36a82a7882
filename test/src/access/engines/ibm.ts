import { bringIn, type Engine, sourceOf, versionOf } from "./engine.js";

const PACKAGE = "accessibility-checker-engine";
/** Its checks of A and AA up to WCAG 2.2. */
const RULES = "WCAG_2_2";

interface Finding {
  readonly ruleId: string;
  readonly reasonId: string;
  /** What kind of demand, and how it was met: `FAIL` is certain, `POTENTIAL` and `MANUAL` ask a person. */
  readonly value: readonly [string, string];
  readonly message: string;
  readonly path: { readonly dom: string };
}

declare global {
  interface Window {
    ace: {
      Checker: new () => {
        check(node: Document, rules: readonly string[]): Promise<{ results: readonly Finding[] }>;
      };
    };
  }
}

const source = `${sourceOf(PACKAGE)}\n;window.ace = ace;`;

export const ibmChecker: Engine = {
  name: PACKAGE,
  version: versionOf(PACKAGE),
  async failuresOn(page) {
    await bringIn(page, "ace", [source]);
    const findings = await page.evaluate(async (rules) => {
      const { results } = await new window.ace.Checker().check(document, [rules]);
      const isCertain = ({ value: [demand, met] }: Finding): boolean =>
        demand === "VIOLATION" && met === "FAIL";
      return results
        .filter(isCertain)
        .map(({ ruleId, reasonId, message, path }) => ({ ruleId, reasonId, message, dom: path.dom }));
    }, RULES);
    return findings.map(({ ruleId, reasonId, message, dom }) => `${ruleId} ${reasonId}: ${dom}: ${message}`);
  },
};
