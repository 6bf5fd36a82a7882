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

/**
 * Two of its rules hold each element against all others, and take minutes on a board with five hundred cards. They are asked
 * only where they could say something that counts here:
 * - What hides the focus (2.4.11) is never certain to it, only suspected: the keyboard's tests see to that at every stop.
 * - What turns with the device (1.3.4) it finds in style sheets, but begins with the words of each element of the page.
 */
const NEVER_CERTAIN = "element_tabbable_unobscured";
const ABOUT_TURNING = "element_orientation_unlocked";

interface Certain extends Pick<Finding, "ruleId" | "reasonId" | "message"> {
  readonly dom: string;
}

declare global {
  interface Window {
    ace: {
      Checker: new () => {
        /** The rules of each set, by their names. */
        readonly rulesetRules: Record<string, readonly string[]>;
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
    const leftOut = [NEVER_CERTAIN, ...((await page.evaluate(turnsSomething)) ? [] : [ABOUT_TURNING])];
    const findings = await page.evaluate(certainFindings, { set: RULES, leftOut });
    return findings.map(({ ruleId, reasonId, message, dom }) => `${ruleId} ${reasonId}: ${dom}: ${message}`);
  },
};

/** Whether any style that depends on the window or the device turns or moves something. */
function turnsSomething(): boolean {
  const inside = (rules: CSSRuleList): CSSRule[] =>
    [...rules].flatMap((rule) => [rule, ...("cssRules" in rule ? inside(rule.cssRules as CSSRuleList) : [])]);
  const turns = (rule: CSSRule): boolean =>
    rule instanceof CSSStyleRule && Boolean(rule.style.transform || rule.style.rotate);
  return [...document.styleSheets]
    .flatMap(({ cssRules }) => inside(cssRules))
    .some((rule) => rule instanceof CSSMediaRule && inside(rule.cssRules).some(turns));
}

async function certainFindings(asked: { set: string; leftOut: readonly string[] }): Promise<Certain[]> {
  const checker = new window.ace.Checker();
  const { [asked.set]: rules = [] } = checker.rulesetRules;
  checker.rulesetRules[asked.set] = rules.filter((rule) => !asked.leftOut.includes(rule));
  const { results } = await checker.check(document, [asked.set]);
  return results
    .filter(({ value: [demand, met] }) => demand === "VIOLATION" && met === "FAIL")
    .map(({ ruleId, reasonId, message, path }) => ({ ruleId, reasonId, message, dom: path.dom }));
}
