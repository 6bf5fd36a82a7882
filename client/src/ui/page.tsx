import { clsx } from "clsx/lite";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import { Heading } from "./heading.js";
import { useTitle } from "./use-title.js";
import styles from "./page.module.css";

export interface PageProps {
  /** The document's title, and the heading unless `heading` says otherwise. */
  title: string;
  /** What stands as heading; `null` where the screen draws its own h1. */
  heading?: ReactNode;
  /** A line above the heading: where we are. */
  above?: ReactNode;
  /** One or two sentences under the heading. */
  lead?: ReactNode;
  /** Buttons at the heading's side. A screen that sets its head as a grid finds the parts above by name. */
  actions?: ReactNode;
  width?: "narrow" | "page" | "full";
  className?: string;
  children: ReactNode;
}

/** The frame of a screen: title, heading, measure. Moves focus to the heading, so a reader hears where they came. */
export function Page({
  title,
  heading = title,
  above,
  lead,
  actions,
  width = "page",
  className,
  children,
}: PageProps) {
  const { t } = useTranslation();
  useTitle(t("titleWith", { page: title }));
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) top.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={clsx(styles.page, className)} data-width={width}>
      {heading !== null && (
        <header className={styles.head}>
          <div>
            {above && <div className={styles.above}>{above}</div>}
            <Heading level={1} data-size="lg" ref={top} tabIndex={-1} className={styles.heading}>
              {heading}
            </Heading>
            {lead && <p className={styles.lead}>{lead}</p>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      {children}
    </div>
  );
}
