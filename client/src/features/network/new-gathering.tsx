import { Button } from "../../ui/button.js";
import { CreateGatheringDocument, limits } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useLocation } from "wouter";
import { Field } from "../../ui/field.js";
import { Icon } from "../../ui/icons.js";
import { BegunMark } from "../keeping/begun-mark.js";
import { KeptNotice } from "../keeping/kept-notice.js";
import { useKeptForm } from "../keeping/use-kept-form.js";
import { ActDialog } from "./act-dialog.js";
import { TemplateChoice } from "./template-choice.js";
import { isMinutesGood, programmeOf, type TemplateDraft } from "./template-draft.js";
import { useNetworkAct } from "./use-network-act.js";

interface Draft extends TemplateDraft {
  readonly title: string;
  readonly startsAt: string;
  readonly place: string;
}

const EMPTY: Draft = { title: "", startsAt: "", place: "", template: "LUND_ROALD", minutes: "" };

const draftOf = (networkId: string): string => `gathering.${networkId}`;

/** Plans a gathering, and goes to where its programme is made. */
export function NewGathering({ networkId }: { networkId: string }) {
  const { t } = useTranslation("network");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button data-color="brand1" onClick={() => setOpen(true)}>
        <Icon name="plus" />
        {t("create.open")}
        {!isOpen && <BegunMark name={draftOf(networkId)} />}
      </Button>
      {isOpen && <CreateDialog networkId={networkId} onClose={() => setOpen(false)} />}
    </>
  );
}

function CreateDialog({ networkId, onClose }: { networkId: string; onClose: () => void }) {
  const { t, i18n } = useTranslation("network");
  const [, navigate] = useLocation();
  const { run, isBusy, problem } = useNetworkAct(CreateGatheringDocument);
  const form = useKeptForm(draftOf(networkId), EMPTY);
  const draft = form.value;
  const [tried, setTried] = useState(false);
  const begins = new Date(draft.startsAt);
  const isWhole = draft.title.trim() !== "" && !Number.isNaN(begins.getTime()) && isMinutesGood(draft);
  const submit = async () => {
    setTried(true);
    if (!isWhole) return;
    const { title, place } = draft;
    const written = await run({
      networkId,
      title,
      startsAt: begins.toISOString(),
      place: place.trim() || null,
      ...programmeOf(draft, i18n.language),
    });
    if (!written) return;
    form.clear();
    if (written.gathering) navigate(`/g/${written.gathering.id}/plan`);
  };
  return (
    <ActDialog
      open
      title={t("create.title")}
      act={t("create.do")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <KeptNotice form={form} names={{}} />
      <DraftFields draft={draft} tried={tried} onChange={form.set} />
      <TemplateChoice
        draft={draft}
        begins={begins.getTime()}
        onChange={(chosen) => form.set({ ...draft, ...chosen })}
      />
    </ActDialog>
  );
}

interface DraftFieldsProps {
  draft: Draft;
  /** Whether what is missing should be pointed at. */
  tried: boolean;
  onChange: (draft: Draft) => void;
}

function DraftFields({ draft, tried, onChange }: DraftFieldsProps) {
  const { t } = useTranslation("network");
  return (
    <>
      <Field
        label={t("create.name")}
        error={tried && !draft.title.trim() ? t("create.nameMissing") : undefined}
        control={
          <input
            value={draft.title}
            maxLength={limits.gatheringTitle}
            onChange={(event) => onChange({ ...draft, title: event.target.value })}
          />
        }
      />
      <Field
        label={t("create.when")}
        error={tried && !draft.startsAt ? t("create.whenMissing") : undefined}
        control={
          <input
            type="datetime-local"
            value={draft.startsAt}
            onChange={(event) => onChange({ ...draft, startsAt: event.target.value })}
          />
        }
      />
      <Field
        label={t("create.place")}
        control={
          <input
            value={draft.place}
            maxLength={limits.place}
            onChange={(event) => onChange({ ...draft, place: event.target.value })}
          />
        }
      />
    </>
  );
}
