import { Button } from "../../ui/button.js";
import { useState } from "react";
import { ConnectionSign } from "../../ui/connection-sign.js";
import { CopyButton } from "../../ui/copy-button.js";
import { Dialog } from "../../ui/dialog.js";
import { FetchingState } from "../../ui/fetching-state.js";
import { Field } from "../../ui/field.js";
import { Fold } from "../../ui/fold.js";
import { NewCardsButton } from "../../ui/new-cards-button.js";
import { Notice } from "../../ui/notice.js";
import { SaveState } from "../../ui/save-state.js";
import { EmptyState, ErrorState, LoadingState } from "../../ui/states.js";
import { Section } from "./section.js";
import styles from "./style-page.module.css";

export function StateSamples() {
  return (
    <Section title="Tilstander">
      <div className={styles.row}>
        <ConnectionSign state="live" waiting={2} />
        <ConnectionSign state="held" />
        <ConnectionSign state="reconnecting" />
        <ConnectionSign state="offline" waiting={3} />
        <ConnectionSign state="stopped" />
        <ConnectionSign state="paused" />
      </div>
      <div className={styles.row}>
        {(["saved", "sending", "waiting", "refused"] as const).map((state) => (
          <SaveState key={state} state={state} />
        ))}
      </div>
      <Notice icon="pen" actions={<Button data-size="sm">Begynn på nytt</Button>}>
        Du skriver videre der du slapp.
      </Notice>
      <Notice icon="pen" isLine actions={<Button data-size="sm">Skriv videre</Button>}>
        Påbegynt: En lesebenk i hver gang, med puter og en bokkasse som barna fyller selv.
      </Notice>
      <div className={styles.cards}>
        <EmptyState title="Tavla er tom" icon="example" action={<Button>Skriv det første</Button>}>
          Del et eksempel fra egen praksis.
        </EmptyState>
        <LoadingState />
        <ErrorState onRetry={() => undefined} />
        <FetchingState isFailed onRetry={() => new Promise((resolve) => setTimeout(resolve, 2_000))} />
      </div>
    </Section>
  );
}

export function ControlSamples() {
  const [open, setOpen] = useState(false);
  const [count, setCount] = useState(3);
  return (
    <Section title="Knapper og felt">
      <div className={styles.row}>
        <Button data-color="brand1">Hovedhandling</Button>
        <Button>Vanlig</Button>
        <Button variant="secondary">Mindre</Button>
        <Button variant="tertiary" onClick={() => setOpen(true)}>
          Åpne vindu
        </Button>
        <Button disabled>Avslått</Button>
      </div>
      <Fold summary="Noe som kan vente">Det som står bak.</Fold>
      <CopyButton text="https://example.org" label="Kopier lenken" />
      <NewCardsButton count={count} onShow={() => setCount(0)} />
      <Field label="Navn" description="Fornavn holder." control={<input />} counter="4 / 60" />
      <Field label="Navn" error="Skriv noe her først." control={<input />} />
      <Field label="Historien" control={<textarea rows={3} />} />
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Trekke kortet?"
        actions={<Button onClick={() => setOpen(false)}>Trekk</Button>}
      >
        Da blir det borte for alle.
      </Dialog>
    </Section>
  );
}
