import { clsx } from "clsx/lite";
import type { ComponentProps } from "react";

interface HeadingProps extends ComponentProps<"h2"> {
  level?: 1 | 2 | 3 | 4;
  "data-size"?: string;
}

/** A heading with Designsystemet's type sizes. */
export function Heading({ level = 2, className, ...rest }: HeadingProps) {
  const Name = `h${level}` as const;
  return <Name className={clsx("ds-heading", className)} {...rest} />;
}
