import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import { Link, useLocation } from "wouter";
import { NameMark } from "../ui/name-mark.js";
import { LoadingState } from "../ui/states.js";
import { ErrorBoundary } from "./error-boundary.js";
import { LanguageSwitch } from "./language-switch.js";
import { persistently } from "./persistently.js";
import styles from "./shell.module.css";
import { useSignedInHere } from "./signed-in-here.js";

// Guests never need it.
const NetworkLink = lazy(() =>
  persistently(() => import("./network-link.js")).catch(() => ({ default: () => null })),
);

/** What stands around every screen but the projected one. `sign` tells how the net is. */
export function Shell({ sign, foot, children }: { sign?: ReactNode; foot?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  const [pathname] = useLocation();
  const isMember = useSignedInHere();
  return (
    <>
      <a className={styles.skip} href="#content">
        {t("skip")}
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.home} aria-label={t("toDoor")}>
          <NameMark name={t("name")} />
        </Link>
        {isMember && (
          <Suspense>
            <NetworkLink />
          </Suspense>
        )}
        <LanguageSwitch />
      </header>
      {sign}
      <main id="content" className={styles.main} tabIndex={-1}>
        <ErrorBoundary place={pathname}>
          <Suspense fallback={<LoadingState />}>{children}</Suspense>
        </ErrorBoundary>
      </main>
      {foot && <Suspense>{foot}</Suspense>}
    </>
  );
}
