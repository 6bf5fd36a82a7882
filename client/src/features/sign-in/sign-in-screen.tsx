import { DoorState } from "../../ui/states.js";
import { Button } from "../../ui/button.js";
import { RedeemSignInLinkDocument, ViewerNetworksDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useLocation, useParams } from "wouter";
import { become, Unanswered } from "../../app/become.js";
import { liveLayer } from "../../app/live-layer.js";
import { markSignedIn } from "../../app/signed-in-here.js";
import { isRefusal, useRefusalText } from "../../i18n/refusals.js";
import { Page } from "../../ui/page.js";
import { useFirstFocus } from "../../ui/use-first-focus.js";
import styles from "./sign-in-screen.module.css";

type Stage = "ready" | "busy" | "expired" | "failed";

/** Redeems a link by a press, not by opening it: mail filters open links, and this one works once. */
export default function SignInScreen() {
  const { t } = useTranslation("signIn");
  const { stage, signIn } = useSignIn(useParams()["token"] ?? "");
  return (
    <Page title={t("title")} lead={stage === "expired" ? undefined : t("lead")} width="narrow">
      {stage === "expired" ? (
        <Expired />
      ) : (
        <SignInButton busy={stage === "busy"} onSignIn={() => void signIn()} />
      )}
      {stage === "failed" && (
        <p role="alert" className={styles.failed}>
          {t("failed")}
        </p>
      )}
    </Page>
  );
}

function SignInButton({ busy, onSignIn }: { busy: boolean; onSignIn: () => void }) {
  const { t } = useTranslation("signIn");
  const button = useFirstFocus<HTMLButtonElement>();
  return (
    <Button data-color="brand1" data-size="lg" data-fullwidth loading={busy} onClick={onSignIn} ref={button}>
      {busy ? t("entering") : t("enter")}
    </Button>
  );
}

function Expired() {
  const { t } = useTranslation("signIn");
  const refusalText = useRefusalText();
  return <DoorState icon="clock" title={refusalText({ __typename: "LinkExpired" })} back={t("toDoor")} />;
}

function useSignIn(token: string): { stage: Stage; signIn: () => Promise<void> } {
  const [stage, setStage] = useState<Stage>("ready");
  const [, navigate] = useLocation();
  const signIn = async () => {
    setStage("busy");
    try {
      const result = await become(RedeemSignInLinkDocument, { token }, "SignedIn");
      if (isRefusal(result)) return setStage("expired");
      markSignedIn(true);
      navigate(await landing(), { replace: true });
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      setStage("failed");
    }
  };
  return { stage, signIn };
}

/** Those who belong to one network land there; the front page lists the rest, and is where one lands without an answer. */
async function landing(): Promise<string> {
  const { server } = await liveLayer();
  const answer = await server.ask(ViewerNetworksDocument, {}).catch(() => null);
  const [network, ...more] = answer?.viewer.networks ?? [];
  return network && more.length === 0 ? `/n/${network.id}` : "/";
}
