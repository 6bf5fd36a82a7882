import { Button } from "../../ui/button.js";
import { Card, type CardProps } from "../../ui/card.js";
import { Thread } from "../../ui/thread.js";
import { answer, challenge, example } from "./demo.js";
import { Section } from "./section.js";
import styles from "./style-page.module.css";

const CARDS: CardProps[] = [
  { kind: "PRACTICE_EXAMPLE", lens: "GOOD", mine: true, state: "saved", ...example },
  { kind: "PRACTICE_EXAMPLE", lens: "CRITICAL", silent: true, mine: true, state: "saved", ...example },
  { kind: "CHALLENGE", state: "sending", mine: true, ...challenge },
  { kind: "ANSWER", state: "waiting", mine: true, fromAuthor: true, ...answer },
  { kind: "IDEA", body: "Alle besøker én annen enhet før jul", anonymous: true, edited: true },
  {
    kind: "REFLECTION",
    body: "Vi snakker mye om tid, og lite om hva vi kan la være.",
    from: "Mona, PPT Ytre Kyst",
  },
  {
    kind: "THEORY_INPUT",
    title: "Kritiske venner",
    body: "En kritisk venn stiller spørsmål som ikke har et svar i lomma.",
    from: "Ola, Nordkyst universitet",
  },
  {
    kind: "REFLECTION",
    size: "small",
    body: "Dette tar vi opp:\n- **ro** til å planlegge\n- hvem som *eier* tida\nSe https://example.org/tid",
    from: "Samarbeidsskolenettverkslærerplanleggingsgruppa",
  },
  { kind: "TAKEAWAY", body: "Vi prøver skolestartsamtalen fra uke 34.", from: "Lysnes skole (1–7)" },
  {
    kind: "IDEA",
    body: "Dette ble ikke sendt",
    mine: true,
    state: "refused",
    why: "Tavla er fryst akkurat nå.",
  },
  { kind: "IDEA", body: "Skjult kort", mine: true, hidden: { reason: "Navngir et barn" } },
];

export function CardSamples() {
  return (
    <Section title="Kort">
      <div className={styles.cards}>
        {CARDS.map((card, index) => (
          <Card key={index} {...card} />
        ))}
      </div>
    </Section>
  );
}

export function ThreadSample({ size = "normal" }: Pick<CardProps, "size">) {
  return (
    <Section title="Tråd">
      <Thread
        root={
          <Card
            kind="PRACTICE_EXAMPLE"
            lens="GOOD"
            size={size}
            {...example}
            actions={<Button variant="secondary">Utfordre</Button>}
          />
        }
        branches={[
          {
            key: "1",
            challenge: <Card kind="CHALLENGE" size={size} {...challenge} />,
            answers: [{ key: "2", card: <Card kind="ANSWER" size={size} fromAuthor {...answer} /> }],
          },
          { key: "3", challenge: <Card kind="CHALLENGE" size={size} {...challenge} mine />, answers: [] },
        ]}
      />
    </Section>
  );
}
