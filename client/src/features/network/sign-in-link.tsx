import { Button } from "../../ui/button.js";
import { CreateSignInLinkDocument, type CreateSignInLinkMutation } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { CopyButton } from "../../ui/copy-button.js";
import { Dialog } from "../../ui/dialog.js";
import { Icon } from "../../ui/icons.js";
import { ErrorState } from "../../ui/states.js";
import styles from "./panels.module.css";
import { useNetworkAct } from "./use-network-act.js";

type Written = Extract<CreateSignInLinkMutation["result"], { __typename: "NetworkWritten" }>;
type SignInLink = NonNullable<Written["signInLink"]>;

/** Makes a one-time way in for somebody. The link is shown once, and forgotten when the window closes. */
export function SignInLinkButton({ membershipId, name }: { membershipId: string; name: string }) {
  const { t } = useTranslation("network");
  const { run, isBusy, problem } = useNetworkAct(CreateSignInLinkDocument);
  const [link, setLink] = useState<SignInLink | null>(null);
  const [isOpen, setOpen] = useState(false);
  const make = async () => {
    const written = await run({ membershipId });
    setLink(written?.signInLink ?? null);
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    setLink(null);
  };
  return (
    <>
      <Button
        variant="tertiary"
        data-size="sm"
        loading={isBusy}
        onClick={() => void make()}
        aria-label={t("link.makeFor", { name })}
      >
        {!isBusy && <Icon name="link" />}
        {t("link.make")}
      </Button>
      <Dialog open={isOpen} onClose={close} title={t("link.title", { name })}>
        {link ? <LinkShown link={link} name={name} /> : <ErrorState>{problem}</ErrorState>}
      </Dialog>
    </>
  );
}

function LinkShown({ link, name }: { link: SignInLink; name: string }) {
  const { t, i18n } = useTranslation("network");
  const until = new Date(link.expiresAt).toLocaleString(i18n.locales, {
    dateStyle: "full",
    timeStyle: "short",
  });
  return (
    <div className={styles.link}>
      <p>{t("link.body", { name, until })}</p>
      <p className={styles.address}>{link.url}</p>
      <CopyButton text={link.url} label={t("link.copy")} />
    </div>
  );
}
