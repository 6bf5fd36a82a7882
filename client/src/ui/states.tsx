import { Button } from "./button.js";
import { Spinner } from "./spinner.js";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "wouter";
import { useTranslation } from "../i18n/use-translation.js";
import { Icon, type IconName } from "./icons.js";
import styles from "./states.module.css";

/** Nothing here yet, and what one can do about it. */
export function EmptyState({
  icon = "reflection",
  title,
  isPage = false,
  children,
  action,
}: {
  icon?: IconName;
  title: string;
  /** Whether there is nothing else: then its title is the page's heading. */
  isPage?: boolean;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.state}>
      <span className={styles.round}>
        <Icon name={icon} />
      </span>
      {isPage ? <h1 className={styles.title}>{title}</h1> : <p className={styles.title}>{title}</p>}
      {children && <div className={styles.body}>{children}</div>}
      {action}
    </div>
  );
}

/** Nothing more to be seen here; what one can do about it is to go back to the door. */
export function DoorState({
  back,
  ...state
}: Omit<ComponentProps<typeof EmptyState>, "action"> & { back: string }) {
  return (
    <EmptyState
      {...state}
      action={
        <Link className="os-alone" to="/">
          {back}
        </Link>
      }
    />
  );
}

/** Shown only when something takes more than a moment, so that quick answers do not flicker. */
export function LoadingState({ label }: { label?: string }) {
  const { t } = useTranslation("ui");
  const words = label ?? t("state.working");
  return (
    <div className={styles.state} role="status" data-late>
      <Spinner size="lg" />
      <span className={styles.body}>{words}</span>
    </div>
  );
}

/** Something could not be fetched. */
export function ErrorState({
  title,
  children,
  onRetry,
  isTrying,
}: {
  title?: string;
  children?: ReactNode;
  onRetry?: () => void;
  /** Whether it is being tried again. */
  isTrying?: boolean;
}) {
  const { t } = useTranslation("ui");
  return (
    <div className={styles.state} role="alert">
      <span className={styles.round} data-warn>
        <Icon name="refused" />
      </span>
      <p className={styles.title}>{title ?? t("state.failed")}</p>
      <div className={styles.body}>{children ?? t("state.failedBody")}</div>
      {onRetry && (
        <Button variant="secondary" loading={isTrying} onClick={onRetry}>
          {t("state.again")}
        </Button>
      )}
    </div>
  );
}
