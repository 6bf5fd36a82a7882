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
  const top = element.getBoundingClientRect().top;
  const from = (box: DOMRect): Stretch => ({ top: box.top - top, bottom: box.bottom - top });
  const whole = [...element.querySelectorAll("li")]
    .filter((one) => one.clientHeight <= element.clientHeight && !one.parentElement?.closest("li"))
    .map((one) => ({ one, box: from(one.getBoundingClientRect()) }));
  const isInWhole = (node: Node): boolean => whole.some(({ one }) => one.contains(node));
  return [
    ...whole.map(({ box }) => box),
    ...linesIn(element, isInWhole)
      .filter(({ height }) => height > 0)
      .map(from),
  ];
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
