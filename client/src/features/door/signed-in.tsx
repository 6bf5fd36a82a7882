import { Button } from "../../ui/button.js";
import { SignOutDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { become } from "../../app/become.js";
import { markSignedIn } from "../../app/signed-in-here.js";
import styles from "./signed-in.module.css";

/** Who is signed in at this device, and the way out: laptops are shared. */
export function SignedIn({ name, onSignedOut }: { name: string; onSignedOut: () => void }) {
  const { t } = useTranslation("door");
  const [busy, setBusy] = useState(false);
  const signOut = () => {
    setBusy(true);
    become(SignOutDocument, {}, "SignedOut").then(
      () => {
        markSignedIn(false);
        onSignedOut();
      },
      () => setBusy(false),
    );
  };
  return (
    <p className={styles.signedIn}>
      {t("signedInAs", { name })}
      <Button variant="tertiary" data-size="sm" loading={busy} onClick={signOut}>
        {t("signOut")}
      </Button>
    </p>
  );
}
