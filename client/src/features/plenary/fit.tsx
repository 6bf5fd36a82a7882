import { clsx } from "clsx/lite";
import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { blocksIn, pagesOf, rowsOf, type Stretch } from "./pages.js";
import styles from "./fit.module.css";

/** Sizes of type, as factors of the hall's; the smallest is 24 px at 1080p. */
const STEPS = [2.8, 2.2, 1.9, 1.6, 1.4, 1.2, 1.1, 1, 0.9, 0.82] as const;
const turnEvery = 12_000;

interface Fitted {
  /** The factor that fits; the smallest when none does. */
  readonly step: number;
  /** What is shown at a time at that size; empty when everything fits as it is. */
  readonly pages: readonly Stretch[];
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
  const page = usePageTurning(pages.length, of);
  const shown = pages[page];
  return (
    <div className={styles.fit}>
      <div
        ref={box}
        className={clsx(styles.box, className)}
        data-paged={shown ? "" : undefined}
        style={{ fontSize: `${step}em`, ...(shown && windowOn(shown)) }}
      >
        {children}
      </div>
      {pages.length > 1 && <PageSign page={page} pages={pages.length} />}
    </div>
  );
}

/** One page is seen, and nothing of the next. */
function windowOn({ top, bottom }: Stretch): CSSProperties {
  return { "--up": `${-top}px`, clipPath: `inset(0 0 calc(100% - ${bottom - top}px))` } as CSSProperties;
}

function PageSign({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation("plenary");
  return <p className={styles.pages}>{t("page", { page: page + 1, pages })}</p>;
}

function useFitted(box: RefObject<HTMLDivElement | null>, of: string, largest: number): Fitted {
  const [fitted, setFitted] = useState<Fitted>({ step: 1, pages: [] });
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
  const { style, dataset } = element;
  const [fontSize, up, paged] = [style.fontSize, style.getPropertyValue("--up"), dataset["paged"]];
  style.setProperty("--up", "0px");
  delete dataset["paged"];
  let step = 1;
  for (const candidate of STEPS.filter((one) => one <= largest)) {
    step = candidate;
    style.fontSize = `${candidate}em`;
    if (holds(element)) break;
  }
  const pages = holds(element) ? [] : pagesIn(element);
  style.fontSize = fontSize;
  style.setProperty("--up", up);
  if (paged !== undefined) dataset["paged"] = paged;
  return { step, pages };
}

function holds(element: HTMLElement): boolean {
  return element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1;
}

/** What is turned stands in rows, so that there is somewhere to turn. */
function pagesIn(element: HTMLElement): Stretch[] {
  element.dataset["paged"] = "";
  const pages = pagesOf(rowsOf(blocksIn(element)), element.clientHeight);
  delete element.dataset["paged"];
  return pages;
}

function same(before: Fitted, after: Fitted): Fitted {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

function usePageTurning(pages: number, of: string): number {
  const [page, setPage] = useState(0);
  useEffect(() => {
    setPage(0);
    if (pages < 2) return undefined;
    const timer = setInterval(() => setPage((before) => (before + 1) % pages), turnEvery);
    return () => clearInterval(timer);
  }, [pages, of]);
  return page;
}
