import { RemoveParticipantDocument } from "@ordskifte/schema";
import { type ReactNode, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { type GatheringView, type Person, usePeople } from "../../live/index.js";
import { Field } from "../../ui/field.js";
import { Icon } from "../../ui/icons.js";
import { Confirm } from "./confirm.js";
import { type Group, groupsAtWork } from "./group-life.js";
import { HelpButton } from "./person-help.js";
import { hasHandUp, PersonState } from "./person-state.js";
import { useWhereabouts } from "./use-whereabouts.js";
import { Panel } from "./panel.js";
import { stepsIn } from "./programme-steps.js";
import { SeatSelect } from "./seat-select.js";
import { useLeaderAct } from "./use-leader-act.js";
import styles from "./people-panel.module.css";

/** Everybody who has joined, live: those without a group first, then the newest. */
export function PeoplePanel({ gathering }: { gathering: GatheringView }) {
  const { t } = useTranslation(["lead", "gather"]);
  const whereabouts = useWhereabouts(gathering.id);
  const people = usePeople(gathering.id) ?? [];
  const [words, setWords] = useState("");
  const groups = groupsAtWork(gathering.groups, stepsIn(gathering).current?.arena ?? "CROSS");
  const seats = seatsIn(groups);
  const found = people
    .filter(({ name, unit }) => `${name} ${unit.name}`.toLowerCase().includes(words.trim().toLowerCase()))
    .toSorted(
      (left, right) =>
        Number(hasHandUp(right.id, gathering)) - Number(hasHandUp(left.id, gathering)) ||
        Number(seats.has(left.id)) - Number(seats.has(right.id)),
    );
  const online = [...whereabouts.values()].filter(({ net }) => net === "good").length;
  const { devices, people: heads, units } = gathering.headCount;
  const counted = {
    people: t("people.heads", { count: heads }),
    units: t("people.units", { count: units }),
    screens: t("people.screens", { count: devices }),
  };
  return (
    <Panel title={t("people.title")}>
      <p>{t("people.count", counted)}</p>
      {whereabouts.size > 0 && <p>{t("gather:person.online", { count: online, devices })}</p>}
      {people.length > 8 && (
        <Field
          label={t("people.search")}
          control={<input type="search" value={words} onChange={(event) => setWords(event.target.value)} />}
        />
      )}
      <ul className={styles.people}>
        {found.map((person) => (
          <PersonRow key={person.id} person={person} groups={groups} seat={seats.get(person.id) ?? null}>
            <PersonState
              gathering={gathering}
              person={person}
              isSeated={seats.has(person.id)}
              here={whereabouts.get(person.id)}
            />
            <HelpButton gathering={gathering} person={person} />
          </PersonRow>
        ))}
      </ul>
    </Panel>
  );
}

function seatsIn(groups: readonly Group[]): ReadonlyMap<string, string> {
  return new Map(groups.flatMap(({ id, members }) => members.map((member) => [member.id, id] as const)));
}

interface PersonRowProps {
  person: Person;
  groups: readonly Group[];
  /** The id of the group where they sit. */
  seat: string | null;
}

function PersonRow({ person, groups, seat, children }: PersonRowProps & { children: ReactNode }) {
  const { t } = useTranslation("lead");
  return (
    <li className={styles.person}>
      <div className={styles.who}>
        <span className={styles.name}>
          {person.name}
          {person.people > 1 && ` (${t("people.atDevice", { count: person.people })})`}
        </span>
        <span className={styles.unit}>{person.unit.name}</span>
        <div className={styles.state}>{children}</div>
      </div>
      {groups.length > 0 && <SeatSelect person={person} groups={groups} seat={seat} />}
      <RemoveButton person={person} />
    </li>
  );
}

function RemoveButton({ person }: { person: Person }) {
  const { t } = useTranslation("lead");
  const [asking, setAsking] = useState(false);
  const { run, isBusy, problem } = useLeaderAct(RemoveParticipantDocument);
  const label = t("people.remove", { name: person.name });
  return (
    <>
      <button
        type="button"
        className={styles.remove}
        aria-label={label}
        title={label}
        onClick={() => setAsking(true)}
      >
        <Icon name="close" />
      </button>
      <Confirm
        open={asking}
        danger
        title={label}
        yes={t("people.removeYes")}
        isBusy={isBusy}
        problem={problem}
        onYes={() => void run({ participantId: person.id })}
        onClose={() => setAsking(false)}
      >
        <p>{t("people.removeBody")}</p>
      </Confirm>
    </>
  );
}
