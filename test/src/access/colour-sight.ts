import type { CDPSession, Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { Hall } from "../house/hall.js";
import type { Stage } from "./stage.js";

/** How eyes may see colours otherwise, as Chromium draws it. */
const SIGHTS = ["protanopia", "deuteranopia", "tritanopia", "achromatopsia"] as const;

/** What words of usual size must stand out by (WCAG 1.4.3), and a drawing (1.4.11). */
const WORDS_STAND_OUT = 4.5;
const DRAWINGS_STAND_OUT = 3;

const KINDS = [
  "Praksiseksempel",
  "God praksis",
  "Kritisk praksis",
  "Utfordring",
  "Svar fra forfatteren",
  "Idé",
  "Refleksjon",
  "Teori",
  "Ta med hjem",
].map((word) => new RegExp(`^${word}(,|$)`));

/** What colour tells is told by words too, which can be read in every sight: measured on what is painted. */
export const colourSight = (page: () => Promise<Page>, words: readonly RegExp[]): void => {
  it(`told by words in every sight: ${words.join(", ")}`, async () => {
    const painted = await page();
    for (const word of words) await said(painted, word).waitFor();
    expect(await faintIn(painted, words)).toEqual([]);
  });
};

/** Every kind of card, and dots that are given. */
export const colours = (stage: Stage): void => {
  describe("for eyes that see colours otherwise", () => {
    let hall: Hall;

    const board = async (): Promise<Page> => {
      hall = await Hall.open(stage.people, "Farger");
      const example = { kind: "PRACTICE_EXAMPLE", title: "Lesestund" };
      const toId = await hall.post(hall.peer, { ...example, lens: "GOOD" });
      await hall.post(hall.author, { ...example, lens: "CRITICAL" });
      const challenge = await hall.post(hall.author, { kind: "CHALLENGE", toId });
      await hall.post(hall.peer, { kind: "ANSWER", toId: challenge, fromAuthor: true });
      for (const kind of ["IDEA", "REFLECTION"]) await hall.post(hall.author, { kind });
      await hall.post(hall.author, { kind: "THEORY_INPUT", title: "Lesing i par" });
      await hall.author.api.act("takeHome", { contributionId: toId, body: "Vi prøver." });
      const page = await stage.showing(
        "Vi prøver.",
        hall.author,
        `/g/${hall.id}/b/${hall.boardId}`,
        "laptop",
      );
      await page.setViewportSize({ width: 1366, height: 3000 });
      return page;
    };
    colourSight(board, KINDS);

    it("a dot that is given is told from one that is not by how light it is", async () => {
      const ideas = [
        await hall.post(hall.author, { kind: "IDEA" }),
        await hall.post(hall.peer, { kind: "IDEA" }),
      ];
      const roundId = await hall.openRound(ideas);
      const page = await stage.open(hall.author, `/g/${hall.id}/vote/${roundId}`, "phone");
      await page
        .getByRole("button", { name: /^Gi en prikk/ })
        .first()
        .click();
      await page.getByText("1 prikk", { exact: true }).first().waitFor();
      const boxes = await page.$$eval("[role=group] [aria-hidden] > span", (dots) =>
        dots.slice(0, 2).map((dot) => {
          const { x, y, width, height } = dot.getBoundingClientRect();
          return { x: x + width / 2 - 1, y: y + height / 2 - 1, width: 2, height: 2 };
        }),
      );
      expect(boxes).toHaveLength(2);
      for (const lights of await inEverySight(page, boxes)) {
        const [given, left] = lights.map(({ darkest }) => darkest);
        expect(contrast(left ?? 0, given ?? 0)).toBeGreaterThan(DRAWINGS_STAND_OUT);
      }
    });
  });
};

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Luminance of the darkest and the lightest spot in a box, 0 to 1. */
interface Light {
  readonly darkest: number;
  readonly lightest: number;
}

const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** As a word beside the colour, not as something to press. */
function said(page: Page, word: RegExp): Locator {
  return page.getByText(word).and(page.locator("h3, h4, span")).first();
}

async function faintIn(page: Page, words: readonly RegExp[]): Promise<string[]> {
  const boxes: Box[] = [];
  for (const word of words) {
    const place = said(page, word);
    await place.scrollIntoViewIfNeeded();
    boxes.push((await place.boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 });
  }
  const sights = await inEverySight(page, boxes);
  return sights.flatMap((lights, i) =>
    lights.flatMap(({ darkest, lightest }, j) => {
      const standsOut = contrast(darkest, lightest);
      return standsOut < WORDS_STAND_OUT
        ? [`${String(words[j])}, ${SIGHTS[i]}: ${standsOut.toFixed(1)}`]
        : [];
    }),
  );
}

/** For each sight, the light in each of the boxes. */
async function inEverySight(page: Page, boxes: readonly Box[]): Promise<Light[][]> {
  const session = await page.context().newCDPSession(page);
  const lights: Light[][] = [];
  for (const type of SIGHTS) lights.push(await lightIn(page, session, type, boxes));
  await session.detach();
  return lights;
}

async function lightIn(
  page: Page,
  session: CDPSession,
  type: (typeof SIGHTS)[number],
  boxes: readonly Box[],
): Promise<Light[]> {
  await session.send("Emulation.setEmulatedVisionDeficiency", { type });
  const picture = (await page.screenshot()).toString("base64");
  return page.evaluate(measure, { picture, boxes });
}

/** Runs in the page, which may read its own picture. */
async function measure({ picture, boxes }: { picture: string; boxes: readonly Box[] }): Promise<Light[]> {
  const bytes = Uint8Array.from(atob(picture), (sign) => sign.codePointAt(0) ?? 0);
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("There is nothing to draw on.");
  pen.drawImage(image, 0, 0);
  const linear = (value = 0): number =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return boxes.map(({ x, y, width, height }) => {
    const { data } = pen.getImageData(x, y, Math.ceil(width), Math.ceil(height));
    let [darkest, lightest] = [1, 0];
    for (let at = 0; at < data.length; at += 4) {
      const light = 0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);
      darkest = Math.min(darkest, light);
      lightest = Math.max(lightest, light);
    }
    return { darkest, lightest };
  });
}
