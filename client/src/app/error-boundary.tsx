import { Button } from "../ui/button.js";
import { Component, type ReactNode } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import { ErrorState } from "../ui/states.js";

interface ErrorBoundaryProps {
  /** Where we are: going elsewhere leaves the error behind. */
  place?: string;
  children: ReactNode;
}

interface ErrorBoundaryState {
  broken: boolean;
  place?: string;
}

/** Catches what no screen foresaw. What was written stays in the browser's outbox, so a reload loses nothing. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { broken: false, place: this.props.place };

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { broken: true };
  }

  static getDerivedStateFromProps({ place }: ErrorBoundaryProps, state: ErrorBoundaryState) {
    return place === state.place ? null : { broken: false, place };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useTranslation();
  return (
    <ErrorState title={t("broken.title")}>
      {t("broken.body")}
      <Button onClick={() => window.location.reload()}>{t("broken.reload")}</Button>
    </ErrorState>
  );
}
