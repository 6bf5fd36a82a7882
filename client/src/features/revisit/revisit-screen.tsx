import { Button } from "../../ui/button.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link, useParams } from "wouter";
import { useConnection, useGathering } from "../../live/index.js";
import { FetchingState } from "../../ui/fetching-state.js";
import { Page } from "../../ui/page.js";
import { EmptyState, ErrorState } from "../../ui/states.js";
import { RevisitPage } from "./revisit-page.js";

/** Afterwards: everything that was written at a gathering, to read, search, follow and take out. */
export default function RevisitScreen() {
  const { t } = useTranslation("revisit");
  const { status, gathering, tryAgain } = useGathering(useParams()["gatheringId"] ?? "");
  const isOffline = useConnection() === "waiting";
  if (gathering) return <RevisitPage key={gathering.id} gathering={gathering} />;
  if (status === "gone" || status === "stopped") return <Gone />;
  return (
    <Page title={t("title")} heading={null} width="narrow">
      {status === "failed" && isOffline ? (
        <ErrorState>{t("offline")}</ErrorState>
      ) : (
        <FetchingState isFailed={status === "failed"} onRetry={tryAgain} />
      )}
    </Page>
  );
}

/** The same for what does not exist and for what this caller was not part of. */
function Gone() {
  const { t } = useTranslation("revisit");
  return (
    <Page title={t("gone.title")} heading={null} width="narrow">
      <EmptyState
        isPage
        icon="search"
        title={t("gone.title")}
        action={
          <Button asChild>
            <Link to="/">{t("gone.toDoor")}</Link>
          </Button>
        }
      >
        {t("gone.body")}
      </EmptyState>
    </Page>
  );
}
