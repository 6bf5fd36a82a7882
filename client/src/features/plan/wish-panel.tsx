import { Button } from "../../ui/button.js";
import { AddWishDocument, RemoveWishDocument, type WishKind } from "@ordskifte/schema";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { type Person, usePeople } from "../../live/index.js";
import { Icon } from "../../ui/icons.js";
import { Field } from "../../ui/field.js";
import { ActButton } from "../lead/act-button.js";
import { Choices } from "../lead/choices.js";
import { Panel } from "../lead/panel.js";
import { Problem } from "../lead/problem.js";
import { useLeaderAct } from "../lead/use-leader-act.js";
import type { Seating } from "./use-seating.js";
import formStyles from "../lead/forms.module.css";
import styles from "./groups.module.css";

interface WishPanelProps {
  gatheringId: string;
  seating: Seating;
  onChanged: () => void;
}

const KINDS: readonly WishKind[] = ["TOGETHER", "APART", "ONE_IN_EACH"];

/** What is wished of the groups, and whether it is kept, or why not. */
export function WishPanel({ gatheringId, seating: { wishes, round }, onChanged }: WishPanelProps) {
  const { t, i18n } = useTranslation("plan");
  const listed = new Intl.ListFormat(i18n.locales, { type: "conjunction" });
  const [adding, setAdding] = useState(false);
  const { run, problem } = useLeaderAct(RemoveWishDocument);
  const remove = async (wishId: string) => {
    if (await run({ gatheringId, wishId })) onChanged();
  };
  return (
    <Panel title={t("wishes.title")}>
      {wishes.length === 0 && !adding && <p>{t("wishes.none")}</p>}
      {wishes.length > 0 && (
        <ul className={styles.wishes}>
          {wishes.map((wish) => (
            <li key={wish.id}>
              <span>
                {t(`wishes.said.${wish.kind}`, {
                  names: listed.format(wish.participants.map(({ name }) => name)),
                })}
                {round > 0 && <Fate wish={wish} />}
              </span>
              <Button
                variant="tertiary"
                data-size="sm"
                aria-label={t("wishes.remove")}
                title={t("wishes.remove")}
                onClick={() => void remove(wish.id)}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Problem text={problem} />
      {adding ? (
        <WishForm gatheringId={gatheringId} onDone={() => setAdding(false)} onAdded={onChanged} />
      ) : (
        <div>
          <Button variant="secondary" data-size="sm" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {t("wishes.add")}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function Fate({ wish }: { wish: Seating["wishes"][number] }) {
  const { t } = useTranslation("plan");
  if (wish.kept)
    return (
      <span className={styles.kept}>
        <Icon name="saved" /> {t("wishes.kept")}
      </span>
    );
  return (
    <span className={styles.notKept}>
      <Icon name="refused" /> {wish.reason ? t(`wishes.reason.${wish.reason}`) : t("wishes.notYet")}
    </span>
  );
}

interface WishFormProps {
  gatheringId: string;
  onDone: () => void;
  onAdded: () => void;
}

function WishForm({ gatheringId, onDone, onAdded }: WishFormProps) {
  const { t } = useTranslation("plan");
  const people = (usePeople(gatheringId) ?? []).toSorted((a, b) => a.name.localeCompare(b.name, "nb"));
  const [kind, setKind] = useState<WishKind>("TOGETHER");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { run, isBusy, problem } = useLeaderAct(AddWishDocument);
  const isWhole = kind === "ONE_IN_EACH" ? chosen.length > 0 : chosen.length === 2;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!isWhole || !(await run({ gatheringId, kind, participantIds: [...chosen] }))) return;
    onAdded();
    onDone();
  };
  const choose = (place: number, id: string) =>
    setChosen(Object.assign([...chosen], { [place]: id }).filter((one) => one !== ""));
  return (
    <form className={formStyles.form} onSubmit={(event) => void submit(event)}>
      <Choices<WishKind>
        label={t("wishes.what")}
        choices={KINDS.map((value) => ({ value, label: t(`wishes.kind.${value}`) }))}
        value={kind}
        onChoose={(value) => {
          setKind(value);
          setChosen([]);
        }}
      />
      {kind === "ONE_IN_EACH" ? (
        <PeopleChecks people={people} chosen={chosen} onChange={setChosen} />
      ) : (
        [0, 1].map((place) => (
          <PersonSelect
            key={place}
            label={t(place === 0 ? "wishes.one" : "wishes.other")}
            people={people}
            value={chosen[place] ?? ""}
            onChoose={(id) => choose(place, id)}
          />
        ))
      )}
      <Problem text={problem} />
      <div className={formStyles.buttons}>
        <ActButton type="submit" isBusy={isBusy} aria-disabled={!isWhole} onPress={() => undefined}>
          {t("wishes.save")}
        </ActButton>
        <Button type="button" variant="tertiary" onClick={onDone}>
          {t("wishes.cancel")}
        </Button>
      </div>
    </form>
  );
}

interface PersonSelectProps {
  label: string;
  people: readonly Person[];
  value: string;
  onChoose: (id: string) => void;
}

function PersonSelect({ label, people, value, onChoose }: PersonSelectProps) {
  const { t } = useTranslation("plan");
  return (
    <Field
      label={label}
      control={
        <select value={value} onChange={({ target }) => onChoose(target.value)}>
          <option value="">{t("wishes.choose")}</option>
          {people.map(({ id, name, unit }) => (
            <option key={id} value={id}>
              {name}, {unit.name}
            </option>
          ))}
        </select>
      }
    />
  );
}

interface PeopleChecksProps {
  people: readonly Person[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

function PeopleChecks({ people, chosen, onChange }: PeopleChecksProps) {
  const { t } = useTranslation("plan");
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className={styles.checks}>
      <legend>{t("wishes.some")}</legend>
      {people.map(({ id, name, unit }) => (
        <label key={id} className={formStyles.check}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          {name}, {unit.name}
        </label>
      ))}
    </fieldset>
  );
}
