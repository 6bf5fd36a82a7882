/** A stretch of what is shown, in pixels from where it begins. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** What lies side by side, or over each other, as one row; from the top down. */
export function rowsOf(blocks: readonly Stretch[]): Stretch[] {
  const rows: Stretch[] = [];
  for (const block of blocks.toSorted((one, other) => one.top - other.top)) {
    const last = rows.at(-1);
    // Lines that touch are two.
    if (last && block.top < last.bottom - 1)
      rows[rows.length - 1] = { top: last.top, bottom: Math.max(last.bottom, block.bottom) };
    else rows.push(block);
  }
  return rows;
}

/** As many whole rows on each page as there is room for; a row that is higher than a page has its own. */
export function pagesOf(rows: readonly Stretch[], room: number): Stretch[] {
  const pages: Stretch[] = [];
  for (const row of rows) {
    const page = pages.at(-1);
    if (page && row.bottom - page.top <= room)
      pages[pages.length - 1] = { top: page.top, bottom: row.bottom };
    else pages.push(row);
  }
  return pages;
}

/** What must not be cut: things in lists whole, and of all else, and of what is higher than a page, the lines. */
export function blocksIn(element: HTMLElement): Stretch[] {
  const { top } = element.getBoundingClientRect();
  const from = (line: DOMRect): Stretch => ({ top: line.top - top, bottom: line.bottom - top });
  const whole = [...element.querySelectorAll("li")]
    .filter((one) => one.clientHeight <= element.clientHeight && !one.parentElement?.closest("li"))
    .map((one) => ({ one, box: placeOf(one, element) }));
  const isInWhole = (node: Node): boolean => whole.some(({ one }) => one.contains(node));
  return [
    ...whole.map(({ box }) => box),
    ...linesIn(element, isInWhole)
      .filter(({ height }) => height > 0)
      .map(from),
  ];
}

/** Where it lies, whatever way it is moved just now: what has landed is seen to come. */
function placeOf(one: HTMLElement, within: HTMLElement): Stretch {
  const top = heightAt(one) - heightAt(within);
  return { top, bottom: top + one.offsetHeight };
}

function heightAt(one: HTMLElement): number {
  const parent = one.offsetParent;
  return one.offsetTop + (parent instanceof HTMLElement ? heightAt(parent) : 0);
}

function linesIn(element: HTMLElement, isLeftOut: (node: Node) => boolean): DOMRect[] {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const lines: DOMRect[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (isLeftOut(node)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    lines.push(...range.getClientRects());
  }
  return lines;
}
