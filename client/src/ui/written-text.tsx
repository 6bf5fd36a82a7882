import { lazy, Suspense } from "react";
import { persistently } from "../app/persistently.js";

const RichText = lazy(() => persistently(() => import("./rich-text.js")));

/** Links, **bold**, and lines that begin as those of a list. */
const MARKED = /https?:\/\/|\*\*\S|^\s*(?:[-*]|\d{1,2}[.)])\s+\S/m;

/** What somebody wrote. The code for links, bold and lists is fetched when there is any. */
export function WrittenText({
  text,
  className,
  lang,
}: {
  text: string;
  className?: string;
  lang?: string | undefined;
}) {
  const plain = (
    <p className={className} lang={lang}>
      {text}
    </p>
  );
  if (!MARKED.test(text)) return plain;
  return (
    <Suspense fallback={plain}>
      <RichText text={text} className={className} lang={lang} />
    </Suspense>
  );
}
