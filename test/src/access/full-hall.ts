import type { Fields } from "../house/api.js";
import { comeTo, itemFields, type Participant, type People, planGathering } from "../house/hall.js";

/** As long as people write when nobody stops them. */
export const LONG = {
  gathering:
    "Dialogkonferanse om tidlig innsats, tverrfaglig samarbeid og gode overganger fra barnehage til skole og SFO",
  item: "Utveksling på tvers: kritiske venner leser, spør og svarer hverandre",
  instruction:
    "Les eksemplene høyt for hverandre. Still ett utfordrende spørsmål til hvert eksempel, et som dere selv ikke har svaret på. Den som eier eksempelet, svarer etter at alle har spurt. Den som skriver for gruppa, noterer det dere ble enige om, og det dere ikke ble enige om.\nVi samles igjen klokka halv to.",
  title: "Overgangsskjemaet som ingen leser: hva gjør vi med det?",
  example:
    "Overgangsskjemaet er på elleve sider, og samtalen mellom barnehagen og skolen blir om skjemaet i stedet for om barnet. I fjor prøvde vi å la foreldrene skrive den første sida selv. De fleste ville gjerne, men de som vi helst skulle nådd, leverte tomme ark. Vi vet ikke om det var språket, tida eller at de ikke trodde noen kom til å lese det.",
  challenge:
    "Hvem er det som ikke kommer til orde her, og hva ville de sagt om samarbeidsavtalen dersom de hadde sittet ved dette bordet?",
  idea: "Én side om barnet, skrevet sammen med foreldrene på lekekveld i april, og lest høyt i ansvarsgruppemøtet om høsten",
  promise:
    "Vi prøver én felles side for alle som begynner i første klasse til høsten, og spør foreldrene i mai hva de syntes.",
  question: "Hva vil vi prøve sammen fram til påske, og hvem tar ansvaret for at det skjer?",
};

export const LONG_UNITS = [
  "Bekkefaret og Rognbærstien barnehagefellesskap",
  "Pedagogisk-psykologisk tjeneste for Ytre Kyst",
  "Skarvfjord barne- og ungdomsskole med SFO",
  "Nordkyst universitet, institutt for lærerutdanning",
  "Tindvær oppvekstsenter",
  "Lysnes barneverntjeneste og helsestasjon",
];

/** A gathering at work, with as many groups across units as was asked for, each with something on its board. */
export interface FullHall {
  readonly id: string;
  readonly ideaIds: readonly string[];
  readonly exampleId: string;
  readonly guests: readonly Participant[];
}

interface Group {
  readonly boardId: string;
  readonly members: readonly { readonly id: string }[];
}

const inTurn = <T, R>(all: readonly T[], act: (one: T, at: number) => Promise<R>): Promise<R[]> =>
  all.reduce<Promise<R[]>>(
    async (before, one, at) => [...(await before), await act(one, at)],
    Promise.resolve([]),
  );

/** Fills a hall with two to a group, so that it is not the people that take the time. */
export async function fillHall(people: People, groups: number): Promise<FullHall> {
  const { id, code } = await planGathering(people, LONG.gathering, { place: "Nordkyst kulturhus" });
  const lead = people.leader.api;
  await lead.act("changeState", { gatheringId: id, to: "LIVE" });
  const guests = await inTurn(
    Array.from({ length: groups * 2 }, (_, i) => i),
    (i) => comeTo(people, code, `Gunnhild Kristine ${i}`, people.network.units[i % LONG_UNITS.length]?.id),
  );
  const item = itemFields({ title: LONG.item, instruction: LONG.instruction, minutes: 60 });
  const added = await lead.act<{ item: { id: string } }>(
    "addItem",
    { gatheringId: id, item },
    "... on GatheringWritten { item { id } }",
  );
  await lead.act("goToItem", { gatheringId: id, itemId: added.item.id });
  await lead.act("makeGroups", { gatheringId: id, arena: "CROSS", size: 2 });
  const query = "query ($id: ID!) { gathering(id: $id) { groups { boardId members { id } } } }";
  const seated = (await lead.read<{ groups: Group[] }>(query, { id })).groups;
  await lead.act("setClock", { gatheringId: id, action: "START", seconds: 3_000 });
  const written = await inTurn(seated, (group) => writeIn(group, guests));
  const [first] = written;
  return {
    id,
    guests,
    ideaIds: written.map(({ ideaId }) => ideaId),
    exampleId: first?.exampleId ?? "",
  };
}

/** An example, a challenge and an idea. */
async function writeIn({ boardId, members }: Group, guests: readonly Participant[]) {
  const [one, other] = members.map((member) => guests.find((guest) => guest.participantId === member.id));
  if (!one || !other) throw new Error("A group of two should have two.");
  const post = async ({ api }: Participant, card: Fields): Promise<string> => {
    const clientMutationId = crypto.randomUUID();
    await api.act("postContribution", { clientMutationId, boardId, language: "NB", ...card });
    return clientMutationId;
  };
  const example = { kind: "PRACTICE_EXAMPLE", title: LONG.title, body: LONG.example, lens: "CRITICAL" };
  const exampleId = await post(one, { ...example, challengeUsOn: LONG.challenge });
  const challengeId = await post(other, { kind: "CHALLENGE", body: LONG.challenge, toId: exampleId });
  await post(one, { kind: "ANSWER", body: LONG.promise, toId: challengeId, fromAuthor: true });
  await post(other, { kind: "CHALLENGE", body: LONG.question, toId: exampleId });
  return { exampleId, ideaId: await post(other, { kind: "IDEA", body: LONG.idea }) };
}
