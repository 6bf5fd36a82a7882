import { lazy, Suspense } from "react";
import { persistently } from "../app/persistently.js";
import { hasMarks } from "./marks.js";

const RichText = lazy(() => persistently(() => import("./rich-text.js")));

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
  if (!hasMarks(text)) return plain;
  return (
    <Suspense fallback={plain}>
      <RichText text={text} className={className} lang={lang} />
    </Suspense>
  );
}
