import { Button } from "@digdir/designsystemet-react";
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../ui/states.js";

/** Catches what no screen foresaw. What was written stays in the browser's outbox, so a reload loses nothing. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useTranslation();
  return (
    <ErrorState title={t("broken.title")}>
      <p>{t("broken.body")}</p>
      <Button onClick={() => window.location.reload()}>{t("broken.reload")}</Button>
    </ErrorState>
  );
}
