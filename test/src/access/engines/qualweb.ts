import { bringIn, type Engine, sourceOf, versionOf } from "./engine.js";

/** The parts of QualWeb that look at a page; its core only starts a browser of its own to bring them there. */
const PARTS = [
  "@qualweb/qw-page",
  "@qualweb/util",
  "@qualweb/locale",
  "@qualweb/act-rules",
  "@qualweb/wcag-techniques",
] as const;

/**
 * Rules of QualWeb that are wrong about what they find, each with the text that says so.
 *
 * - QW-WCAG-T31 (F24) wants `color` and `background` on one and the same element. The failure that it tests counts both
 *   wherever in the cascade they are set, by inheritance too: https://www.w3.org/WAI/WCAG22/Techniques/failures/F24 (note
 *   1). Ours are set together, on the root: `rootColours` in own-checks.ts sees to it, and three engines reckon contrast.
 * - QW-WCAG-T23 (G1) wants a link to the main content where nothing on the page can have the focus. G1 is one way to let
 *   keyboard users past repeated blocks, and there is nothing to go past: https://www.w3.org/WAI/WCAG22/Techniques/general/G1
 * - QW-WCAG-T24 (F55) tries to put the focus on what is not drawn, cannot have it or lies behind a modal window, and takes
 *   it for a script that removes the focus. F55 is about what can have it: https://www.w3.org/WAI/WCAG22/Techniques/failures/F55. Counted
 *   only where the element can.
 */
const EXCEPTIONS: readonly { readonly code: string; readonly description?: string }[] = [
  { code: "QW-WCAG-T31" },
  { code: "QW-WCAG-T23", description: "This Web page does not have focusable controls." },
];

interface Assertion {
  readonly code: string;
  readonly name: string;
  readonly metadata: { readonly outcome: string };
  readonly results: readonly {
    readonly verdict: string;
    readonly description: string;
    readonly elements?: readonly { readonly pointer?: string; readonly htmlCode?: string }[];
  }[];
}

interface Options {
  readonly levels: readonly string[];
}

type Runner = new (
  options: Options,
  language: string,
) => {
  configure(options: Options): {
    test(data: { sourceHtml: string; newTabWasOpen: boolean }): {
      getReport(): { assertions: Readonly<Record<string, Assertion>> };
    };
  };
};

declare global {
  interface Window {
    ACTRulesRunner: Runner;
    WCAGTechniquesRunner: Runner;
  }
}

const sources = PARTS.map(sourceOf);
/** Two of them read the page when they come in and remember it, so they come in anew each time. */
const READERS = sources.slice(0, 2);

export const qualWeb: Engine = {
  name: "QualWeb",
  version: ["@qualweb/act-rules", "@qualweb/wcag-techniques"]
    .map((part) => `${part} ${versionOf(part)}`)
    .join(", "),
  async failuresOn(page) {
    await bringIn(page, "ACTRulesRunner", sources.slice(READERS.length));
    for (const source of READERS) await page.evaluate(`${source}\n;void 0`);
    const failed = await page.evaluate(() => {
      const options = { levels: ["A", "AA"] };
      const data = { sourceHtml: document.documentElement.outerHTML, newTabWasOpen: false };
      const mayFocus = (pointer = ""): boolean => {
        const one = document.querySelector<HTMLElement>(pointer);
        const window = document.querySelector("dialog:modal");
        return one?.checkVisibility() === true && one.tabIndex >= 0 && (window?.contains(one) ?? true);
      };
      const isReal = ({ code }: Assertion, { elements = [] }: Assertion["results"][number]): boolean =>
        code !== "QW-WCAG-T24" || elements.some(({ pointer }) => mayFocus(pointer));
      const failures = [window.ACTRulesRunner, window.WCAGTechniquesRunner]
        .map((Rules) => new Rules(options, "en").configure(options).test(data).getReport())
        .flatMap(({ assertions }) => Object.values(assertions))
        .filter(({ metadata }) => metadata.outcome === "failed")
        .map((one) => ({ ...one, results: one.results.filter((result) => isReal(one, result)) }));
      // It remembers in the page what it has seen there, which is not ours and may change.
      for (const mark of ["qw-selector", "qw-css-rules", "_documentSelector"])
        for (const one of document.querySelectorAll(`[${mark}]`)) one.removeAttribute(mark);
      return failures;
    });
    return failed.flatMap(told);
  },
};

function told({ code, name, results }: Assertion): string[] {
  const isException = (description: string): boolean =>
    EXCEPTIONS.some((one) => one.code === code && (one.description ?? description) === description);
  const places = results.filter(
    ({ verdict, description }) => verdict === "failed" && !isException(description),
  );
  return places.map(({ description, elements = [] }) => {
    const where = elements.map(
      ({ pointer, htmlCode }) => `${pointer ?? ""} ${htmlCode?.slice(0, 160) ?? ""}`,
    );
    return `${code} (${name}): ${description}: ${where.join(", ")}`;
  });
}
