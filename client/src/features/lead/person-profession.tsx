import { useQuery } from "@apollo/client/react";
import { type Profession, ProfessionsDocument, SetProfessionDocument } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Field } from "../../ui/field.js";
import { ProfessionSelect } from "../join/profession-select.js";
import { Problem } from "./problem.js";
import { useLeaderAct } from "./use-leader-act.js";
import forms from "./forms.module.css";

interface PersonProfessionProps {
  gatheringId: string;
  participantId: string;
}

/** What somebody works as, set for them by one who leads; kept as soon as it is chosen. */
export function PersonProfession({ gatheringId, participantId }: PersonProfessionProps) {
  const { t } = useTranslation("join");
  const { data, refetch } = useQuery(ProfessionsDocument, {
    variables: { id: gatheringId },
    fetchPolicy: "cache-and-network",
  });
  const { run, isBusy, problem } = useLeaderAct(SetProfessionDocument);
  const said = data?.gathering.professions.find((one) => one.participantId === participantId);
  const choose = async (profession: Profession | null) => {
    if (await run({ participantId, profession })) await refetch().catch(() => null);
  };
  return (
    <div className={forms.form} aria-busy={isBusy}>
      <Field
        label={t("professionOf")}
        description={t("professionHelp")}
        control={
          <ProfessionSelect
            profession={said?.profession ?? null}
            onChoose={(profession) => void choose(profession)}
          />
        }
      />
      <Problem text={problem} />
    </div>
  );
}
