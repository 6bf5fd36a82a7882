/** What stood around an element that had the focus, from the inside out: how to go on if it disappears. */
interface Trail {
  readonly element: Element;
  readonly steps: readonly Step[];
}

interface Step {
  readonly parent: Element;
  /** Its neighbours under that parent: those after it, then those before it, the nearest first. */
  readonly neighbours: readonly Element[];
}

const FOCUSABLE =
  "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea, summary, [tabindex]";
const REMEMBERED = 4;

/**
 * Lets nobody fall back to the top of the page when what they stand on goes away: a card that is withdrawn, a button that
 * has done its work, a row that was removed. The focus goes to the nearest thing that is left. A change of screen is
 * another matter: there the new screen's heading takes it.
 */
export function keepFocus(page: Document = document): void {
  let trail: Trail | null = null;
  const restore = (windowClosed: () => boolean) => {
    if (!trail || page.activeElement !== page.body) return;
    if (!trail.element.isConnected) goOn(trail);
    else if (windowClosed()) takesFocus(trail.element);
  };
  page.addEventListener("focusin", ({ target }) => {
    // What opened a window is where one comes back to when it closes.
    if (target instanceof Element && !target.closest("dialog")) trail = trailOf(target);
  });
  // Somebody who points elsewhere has left.
  page.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Element && !target.closest("dialog")) trail = null;
  });
  page.addEventListener("close", () => queueMicrotask(() => restore(() => true)), { capture: true });
  const changes = new MutationObserver((records) => restore(() => records.some(tookWindow)));
  changes.observe(page.body, { childList: true, subtree: true });
}

/** A window that is taken out of the page does not give the focus back as one that is closed does. */
function tookWindow({ removedNodes }: MutationRecord): boolean {
  return [...removedNodes].some(
    (node) => node instanceof Element && (node.matches("dialog") || node.querySelector("dialog") !== null),
  );
}

function trailOf(element: Element): Trail | null {
  const screen = element.closest("main");
  return screen ? { element, steps: stepsTo(screen, element) } : null;
}

function stepsTo(screen: Element, inner: Element): Step[] {
  const parent = inner.parentElement;
  if (!parent || parent === screen || inner === screen) return [];
  return [{ parent, neighbours: neighboursOf(inner) }, ...stepsTo(screen, parent)];
}

function neighboursOf(element: Element): Element[] {
  const [after, before]: [Element[], Element[]] = [[], []];
  for (let one = element.nextElementSibling; one && after.length < REMEMBERED; one = one.nextElementSibling)
    after.push(one);
  for (
    let one = element.previousElementSibling;
    one && before.length < REMEMBERED;
    one = one.previousElementSibling
  )
    before.push(one);
  return [...after, ...before];
}

function goOn({ steps }: Trail): void {
  for (const { parent, neighbours } of steps) {
    if (!parent.isConnected) continue;
    if (neighbours.some((one) => one.isConnected && takesFocus(one))) return;
    if (takesFocus(parent)) return;
  }
}

/** Puts the focus on the first thing in it that can have it; answers whether something could. */
function takesFocus(place: Element): boolean {
  const inside = [place, ...place.querySelectorAll(FOCUSABLE)].filter((one) => one.matches(FOCUSABLE));
  return inside.some((one) => {
    if (!(one instanceof HTMLElement)) return false;
    one.focus({ preventScroll: false });
    return one.ownerDocument.activeElement === one;
  });
}
