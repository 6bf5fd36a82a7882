import { Button } from "../../ui/button.js";
import { type DoorByCodeQuery, DoorByCodeId } from "@ordskifte/schema";
import { useEffect } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link, Redirect, useParams } from "wouter";
import { prepareLiveLayer } from "../../app/live-layer.js";
import { usePlainQuery } from "../../app/plain-query.js";
import { useRefusalText } from "../../i18n/refusals.js";
import { Page } from "../../ui/page.js";
import { EmptyState, ErrorState, LoadingState } from "../../ui/states.js";
import { asCode } from "../door/join-code.js";
import type { Door } from "./join-draft.js";
import { JoinForm } from "./join-form.js";

type DoorRefusal = Exclude<DoorByCodeQuery["door"], { __typename: "Door" }>;

/** From a code or a QR code to a seat: a name and a unit, nothing else. */
export default function JoinScreen() {
  const { t } = useTranslation("join");
  const code = asCode(useParams()["code"] ?? "");
  const { data, failed, again } = usePlainQuery<DoorByCodeQuery>(DoorByCodeId, { code });
  useEffect(prepareLiveLayer, []);
  if (data) return <KnownDoor answer={data.door} code={code} />;
  return (
    <Page title={t("title")} width="narrow">
      {failed ? <ErrorState onRetry={again} /> : <LoadingState />}
    </Page>
  );
}

function KnownDoor({ answer, code }: { answer: DoorByCodeQuery["door"]; code: string }) {
  const { t } = useTranslation("join");
  const open = answer.__typename === "Door";
  return (
    <Page
      title={t("title")}
      heading={open ? answer.title : t("title")}
      above={open ? answer.networkName : undefined}
      width="narrow"
    >
      {open ? <OpenDoor door={answer} code={code} /> : <ClosedDoor refusal={answer} />}
    </Page>
  );
}

function OpenDoor({ door, code }: { door: Door; code: string }) {
  // The address of the QR code is also the way back in for those who have a seat already.
  if (door.alreadyJoined) return <Redirect to={`/g/${door.gatheringId}`} replace />;
  return <JoinForm door={door} code={code} />;
}

function ClosedDoor({ refusal }: { refusal: DoorRefusal }) {
  const { t } = useTranslation("join");
  const refusalText = useRefusalText();
  return (
    <EmptyState
      icon="takeaway"
      title={closedText()}
      action={
        <Button asChild>
          <Link to="/">{t("another")}</Link>
        </Button>
      }
    />
  );

  function closedText(): string {
    if (refusal.__typename === "GatheringNotOpen") {
      if (refusal.state === "DRAFT") return t("states.DRAFT");
      if (refusal.state === "ARCHIVED" || refusal.state === "FOLLOW_UP") return t("states.ARCHIVED");
    }
    return refusalText(refusal);
  }
}
