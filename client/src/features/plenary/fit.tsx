import { clsx } from "clsx/lite";
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import styles from "./fit.module.css";

/** Sizes of type, as factors of the hall's; the smallest is 24 px at 1080p. */
const STEPS = [2.8, 2.2, 1.9, 1.6, 1.4, 1.2, 1.1, 1, 0.9, 0.82] as const;
const turnEvery = 12_000;

interface Fitted {
  /** The factor that fits; the smallest when none does. */
  readonly step: number;
  /** Screenfuls at that size; 1 when everything fits. */
  readonly pages: number;
}

interface FitProps {
  /** Changes when the content does. */
  of: string;
  /** The largest factor to try. */
  largest?: number;
  className?: string;
  children: ReactNode;
}

/** Sets its content as large as there is room for; what does not fit at the smallest size is turned page by page. */
export function Fit({ of, largest = 2.2, className, children }: FitProps) {
  const box = useRef<HTMLDivElement>(null);
  const { step, pages } = useFitted(box, of, largest);
  const page = usePageTurning(box, pages, of);
  return (
    <div className={styles.fit}>
      <div ref={box} className={clsx(styles.box, className)} style={{ fontSize: `${step}em` }}>
        {children}
      </div>
      {pages > 1 && <PageSign page={page} pages={pages} />}
    </div>
  );
}

function PageSign({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation("plenary");
  return <p className={styles.pages}>{t("page", { page: page + 1, pages })}</p>;
}

function useFitted(box: RefObject<HTMLDivElement | null>, of: string, largest: number): Fitted {
  const [fitted, setFitted] = useState<Fitted>({ step: 1, pages: 1 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const fit = () => setFitted((before) => same(before, measure(element, largest)));
    fit();
    // The room, and what is in it: pictures, type and figures may come later than the words. Fitting settles by itself,
    // since it ends at the same step for the same content.
    const watcher = new ResizeObserver(fit);
    for (const watched of [element.parentElement, ...element.children]) if (watched) watcher.observe(watched);
    document.fonts.addEventListener("loadingdone", fit);
    return () => {
      watcher.disconnect();
      document.fonts.removeEventListener("loadingdone", fit);
    };
  }, [box, of, largest]);
  return fitted;
}

function measure(element: HTMLElement, largest: number): Fitted {
  const before = element.style.fontSize;
  let step = 1;
  for (const candidate of STEPS.filter((one) => one <= largest)) {
    step = candidate;
    element.style.fontSize = `${candidate}em`;
    if (element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1)
      break;
  }
  const below = element.scrollHeight - element.clientHeight - 1;
  const pages = below > 0 ? Math.ceil(below / strideOf(element)) + 1 : 1;
  element.style.fontSize = before;
  return { step, pages };
}

/** How far one page lies from the next, in pixels: less than a screenful, so that no line is cut on both. */
function strideOf(element: HTMLElement): number {
  const line = parseFloat(getComputedStyle(element).lineHeight);
  return Math.max(line, element.clientHeight - 2 * line);
}

function same(before: Fitted, after: Fitted): Fitted {
  return before.step === after.step && before.pages === after.pages ? before : after;
}

function usePageTurning(box: RefObject<HTMLDivElement | null>, pages: number, of: string): number {
  const [page, setPage] = useState(0);
  useEffect(() => {
    setPage(0);
    if (pages < 2) return undefined;
    const timer = setInterval(() => setPage((before) => (before + 1) % pages), turnEvery);
    return () => clearInterval(timer);
  }, [pages, of]);
  useEffect(() => {
    const element = box.current;
    element?.scrollTo({ top: page * strideOf(element) });
  }, [box, page]);
  return page;
}
