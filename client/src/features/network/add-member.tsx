import { AddMemberDocument, limits, type NetworkRole } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Field } from "../../ui/field.js";
import { KeptNotice } from "../keeping/kept-notice.js";
import { useKeptForm } from "../keeping/use-kept-form.js";
import { ActDialog } from "./act-dialog.js";
import type { NetworkHome } from "./network-home.js";
import { ROLES, rolesGivenBy } from "./roles.js";
import { useNetworkAct } from "./use-network-act.js";

interface Draft {
  name: string;
  role: NetworkRole;
  unitId: string | null;
}

const NOBODY: Draft = { name: "", role: "MEMBER", unitId: null };

interface AddMemberProps {
  network: NetworkHome;
  onAdded: () => void;
  onClose: () => void;
}

/** Takes somebody into the network. They get in by a sign-in link, made afterwards. */
export function AddMember({ network, onAdded, onClose }: AddMemberProps) {
  const { t } = useTranslation("network");
  const { run, isBusy, problem } = useNetworkAct(AddMemberDocument);
  const form = useKeptForm<Draft>(`member.${network.id}`, NOBODY);
  const draft = form.value;
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!draft.name.trim() || !(await run({ networkId: network.id, ...draft }))) return;
    form.clear();
    onAdded();
    onClose();
  };
  return (
    <ActDialog
      open
      title={t("people.add")}
      act={t("add")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <KeptNotice form={form} names={{}} />
      <MemberFields network={network} draft={draft} tried={tried} onChange={form.set} />
    </ActDialog>
  );
}

interface MemberFieldsProps {
  network: NetworkHome;
  draft: Draft;
  tried: boolean;
  onChange: (draft: Draft) => void;
}

function MemberFields({ network, draft, tried, onChange }: MemberFieldsProps) {
  const { t } = useTranslation("network");
  const roleOf = (value: string) => ROLES.find((role) => role === value) ?? "MEMBER";
  return (
    <>
      <Field
        label={t("people.name")}
        error={tried && !draft.name.trim() ? t("people.nameMissing") : undefined}
        control={
          <input
            value={draft.name}
            maxLength={limits.personName}
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
          />
        }
      />
      <Field
        label={t("people.role")}
        control={
          <select
            value={draft.role}
            onChange={(event) => onChange({ ...draft, role: roleOf(event.target.value) })}
          >
            {rolesGivenBy(network.viewerRole).map((role) => (
              <option key={role} value={role}>
                {t(`roles.${role}`)}
              </option>
            ))}
          </select>
        }
      />
      <Field
        label={t("people.unit")}
        control={
          <select
            value={draft.unitId ?? ""}
            onChange={(event) => onChange({ ...draft, unitId: event.target.value || null })}
          >
            <option value="">{t("people.noUnit")}</option>
            {network.units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        }
      />
    </>
  );
}
