import axe, { type AxeResults } from "axe-core";
import { bringIn, type Engine, versionOf } from "./engine.js";

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

declare global {
  interface Window {
    axe: typeof axe;
  }
}

export const axeCore: Engine = {
  name: "axe-core",
  version: versionOf("axe-core"),
  async failuresOn(page) {
    await bringIn(page, "axe", [axe.source]);
    const isForced = await page.evaluate(() => matchMedia("(forced-colors: active)").matches);
    const { violations } = await page.evaluate<AxeResults, { values: string[]; contrast: boolean }>(
      ({ values, contrast }) =>
        window.axe.run(document, {
          runOnly: { type: "tag", values },
          rules: { "color-contrast": { enabled: contrast } },
          resultTypes: ["violations"],
        }),
      // Forced colours are the reader's own, and what a script can read there is not what is painted.
      { values: LEVELS, contrast: !isForced },
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`),
    );
  },
};
