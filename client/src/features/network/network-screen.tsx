import { useQuery } from "@apollo/client/react";
import { Button } from "../../ui/button.js";
import { NetworkHomeDocument } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link, useParams } from "wouter";
import { failureOf, useUntilAnswered } from "../../live/index.js";
import { FetchingState } from "../../ui/fetching-state.js";
import { Page } from "../../ui/page.js";
import { EmptyState } from "../../ui/states.js";
import { GatheringList } from "./gathering-list.js";
import { NewGathering } from "./new-gathering.js";
import type { NetworkHome } from "./network-home.js";
import { MeetingMap } from "./meeting-map.js";
import styles from "./network-screen.module.css";
import { PeoplePanel } from "./people-panel.js";
import { leads } from "./roles.js";
import { UnitsPanel } from "./units-panel.js";

/** A network between its gatherings: when it meets, who belongs to it, and what its leaders plan. */
export default function NetworkScreen() {
  const { t } = useTranslation("network");
  const { networkId: id = "" } = useParams();
  const asked = useQuery(NetworkHomeDocument, { variables: { id } });
  const { data, error, refetch } = asked;
  const isFailed = useUntilAnswered(asked);
  if (data) {
    const personId = data.viewer.person?.id ?? null;
    return <Home network={data.network} personId={personId} onChanged={() => void refetch()} />;
  }
  return (
    <Page title={t("title")} heading={null} width="narrow">
      {error && failureOf(error).kind === "rejected" ? (
        <NoNetwork />
      ) : (
        <FetchingState isFailed={isFailed} onRetry={refetch} />
      )}
    </Page>
  );
}

function NoNetwork() {
  const { t } = useTranslation("network");
  return (
    <EmptyState
      isPage
      icon="people"
      title={t("gone.title")}
      action={
        <Button asChild>
          <Link to="/">{t("gone.toDoor")}</Link>
        </Button>
      }
    >
      {t("gone.body")}
    </EmptyState>
  );
}

interface HomeProps {
  network: NetworkHome;
  personId: string | null;
  onChanged: () => void;
}

function Home({ network, personId, onChanged }: HomeProps) {
  const { t } = useTranslation("network");
  const mayLead = leads(network.viewerRole);
  return (
    <Page
      title={network.name}
      above={t("title")}
      actions={mayLead && <NewGathering networkId={network.id} />}
      className={styles.page}
    >
      <div className={styles.columns}>
        <GatheringList gatherings={network.gatherings} mayLead={mayLead} />
        <div className={styles.side}>
          <PeoplePanel network={network} personId={personId} />
          <UnitsPanel network={network} onChanged={onChanged} />
        </div>
      </div>
      <MeetingMap network={network} />
    </Page>
  );
}
