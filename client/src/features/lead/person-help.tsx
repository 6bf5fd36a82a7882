import { CreateDeviceLinkDocument, EditParticipantDocument, limits, within } from "@ordskifte/schema";
import { type SubmitEvent, useState } from "react";
import { isRefusal, useRefusalText } from "../../i18n/refusals.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { CommandFailed, type GatheringView, type Person, useCommand } from "../../live/index.js";
import { Button } from "../../ui/button.js";
import { CopyButton } from "../../ui/copy-button.js";
import { Dialog } from "../../ui/dialog.js";
import { QrCode } from "../../ui/qr-code.js";
import { Field } from "../../ui/field.js";
import { KeptNotice } from "../keeping/kept-notice.js";
import { useKeptForm } from "../keeping/use-kept-form.js";
import { ActButton } from "./act-button.js";
import { PersonProfession } from "./person-profession.js";
import { Problem } from "./problem.js";
import { useLeaderAct } from "./use-leader-act.js";
import forms from "./forms.module.css";

interface HelpProps {
  gathering: GatheringView;
  person: Person;
}

/** Helps somebody at the door: name, unit, how many they are, and another phone. */
export function HelpButton({ gathering, person }: HelpProps) {
  const { t } = useTranslation("gather");
  const [open, setOpen] = useState(false);
  const title = t("person.help", { name: person.name });
  return (
    <>
      <Button variant="tertiary" data-size="sm" aria-label={title} onClick={() => setOpen(true)}>
        {t("person.help", { name: "" }).trim()}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        {open && (
          <div className={forms.form}>
            <LookForm gathering={gathering} person={person} onDone={() => setOpen(false)} />
            {person.people === 1 && <PersonProfession gatheringId={gathering.id} participantId={person.id} />}
            <DeviceLink person={person} />
          </div>
        )}
      </Dialog>
    </>
  );
}

function LookForm({ gathering, person, onDone }: HelpProps & { onDone: () => void }) {
  const { t } = useTranslation("gather");
  const stands = { name: person.name, unitId: person.unit.id, people: String(person.people) };
  const form = useKeptForm(`person.${person.id}`, stands);
  const { name, unitId, people } = form.value;
  const set = (change: Partial<typeof stands>) => form.set({ ...form.value, ...change });
  const { run, isBusy, problem } = useLeaderAct(EditParticipantDocument);
  const { min, max } = limits.peopleAtDevice;
  const isWrong = name.trim() === "" || !within(limits.peopleAtDevice, Number(people));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isWrong || form.clashes.length > 0) return;
    const look = { name: name.trim(), unitId, people: Number(people) };
    if (!(await run({ participantId: person.id, ...look }))) return;
    form.clear();
    onDone();
  };
  return (
    <form className={forms.form} onSubmit={(event) => void submit(event)}>
      <KeptNotice form={form} names={{ name: t("person.name") }} />
      <Field
        label={t("person.name")}
        control={
          <input
            value={name}
            maxLength={limits.participantName}
            onChange={(event) => set({ name: event.target.value })}
          />
        }
      />
      <Field
        label={t("person.unit")}
        control={
          <select value={unitId} onChange={(event) => set({ unitId: event.target.value })}>
            {gathering.units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </select>
        }
      />
      <Field
        label={t("person.people")}
        {...(isWrong ? { error: t("person.wrong", { min, max }) } : {})}
        control={
          <input
            className={forms.number}
            inputMode="numeric"
            value={people}
            onChange={(event) => set({ people: event.target.value })}
          />
        }
      />
      <Problem text={problem} />
      <ActButton type="submit" isBusy={isBusy} onPress={() => undefined}>
        {t("person.save")}
      </ActButton>
    </form>
  );
}

/** A phone that fails, or is empty: the same person goes on at another. */
function DeviceLink({ person }: { person: Person }) {
  const { t } = useTranslation(["gather", "lead"]);
  const refusalText = useRefusalText();
  const command = useCommand(CreateDeviceLinkDocument);
  const [url, setUrl] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const make = async () => {
    try {
      const result = await command({ participantId: person.id });
      if (isRefusal(result)) setProblem(refusalText(result));
      else if ("url" in result) setUrl(result.url);
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      setProblem(t("lead:trouble"));
    }
  };
  return (
    <section className={forms.form} aria-label={t("person.device")}>
      <h3>{t("person.device")}</h3>
      <p>{t("person.deviceBody", { name: person.name })}</p>
      {url ? (
        <>
          <QrCode address={url} className={forms.qr} />
          <CopyButton text={url} label={t("person.copy")} />
        </>
      ) : (
        <Button variant="secondary" onClick={() => void make()}>
          {t("person.deviceMake")}
        </Button>
      )}
      <Problem text={problem} />
    </section>
  );
}
