import { limits, MakeGroupsDocument, within } from "@ordskifte/schema";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Field } from "../../ui/field.js";
import { ActButton } from "../lead/act-button.js";
import { Choices } from "../lead/choices.js";
import { Panel } from "../lead/panel.js";
import { Problem } from "../lead/problem.js";
import { useLeaderAct } from "../lead/use-leader-act.js";
import formStyles from "../lead/forms.module.css";

const usualSize = 6;
type How = "again" | "newRound";

/** Makes groups across units: the first time, once more, or for a new round with new company. */
export function MakePanel({ gathering, round }: { gathering: GatheringView; round: number }) {
  const { t } = useTranslation("plan");
  const [size, setSize] = useState(String(usualSize));
  const [how, setHow] = useState<How>("again");
  const [turn, setTurn] = useState(0);
  const { run, isBusy, problem } = useLeaderAct(MakeGroupsDocument);
  const isWrong = !within(limits.groupSize, Number(size));
  const { people } = gathering.headCount;
  const make = async (seed: number) => {
    if (isWrong) return;
    const newRound = round > 0 && how === "newRound";
    const wanted = { gatheringId: gathering.id, arena: "CROSS" as const, size: Number(size), newRound };
    if (!(await run({ ...wanted, seed: seed === 0 ? null : `${gathering.id} ${seed}` }))) return;
    setTurn(seed);
    setHow("again");
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void make(turn);
  };
  return (
    <Panel title={t("make.title")}>
      <form className={formStyles.form} onSubmit={submit}>
        <Field
          label={t("make.size")}
          description={
            isWrong ? undefined : t("make.gives", { people, count: Math.ceil(people / Number(size)) })
          }
          error={isWrong ? t("make.sizeWrong", limits.groupSize) : undefined}
          control={
            <input
              className={formStyles.number}
              inputMode="numeric"
              value={size}
              onChange={({ target }) => setSize(target.value)}
            />
          }
        />
        {round > 0 && (
          <Choices<How>
            label={t("make.how", { round })}
            choices={[
              { value: "again", label: t("make.again") },
              { value: "newRound", label: t("make.newRound", { round: round + 1 }) },
            ]}
            value={how}
            onChoose={setHow}
          />
        )}
        <Problem text={problem} />
        <div className={formStyles.buttons}>
          <ActButton type="submit" isBusy={isBusy} onPress={() => undefined}>
            {t(round === 0 ? "make.first" : "make.do")}
          </ActButton>
          {round > 0 && how === "again" && (
            <ActButton type="button" variant="tertiary" isBusy={isBusy} onPress={() => void make(turn + 1)}>
              {t("make.shuffle")}
            </ActButton>
          )}
        </div>
      </form>
    </Panel>
  );
}
