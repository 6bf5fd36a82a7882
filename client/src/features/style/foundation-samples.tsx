import { type CardKind, toneOf } from "../../ui/kinds.js";
import { Icon, type IconName, iconOf } from "../../ui/icons.js";
import { NameMark } from "../../ui/name-mark.js";
import { Section } from "./section.js";
import styles from "./style-page.module.css";

const KINDS: readonly CardKind[] = [
  "PRACTICE_EXAMPLE",
  "CHALLENGE",
  "ANSWER",
  "IDEA",
  "REFLECTION",
  "THEORY_INPUT",
  "TAKEAWAY",
];

const SIGNS: readonly (readonly IconName[])[] = [
  ["saved", "sending", "waiting", "refused", "silent", "frozen"],
  ["ready", "notReady", "hand", "pen", "people", "vote", "clock"],
  ["onward", "back", "up", "down", "plus", "minus", "close", "more"],
  ["search", "link", "save", "print", "globe", "good", "critical"],
];

/** What the parts are made of: mark, type, the colours of the kinds, and the drawings. */
export function FoundationSamples() {
  return (
    <Section title="Merke, skrift, farger og tegn">
      <NameMark name="Ordskifte" />
      <div>
        <p className={styles.title}>Del praksis. Bli utfordret. 0123456789 Ø0</p>
        <p>Brødtekst: Hva må dere slutte med for at planleggingen skal få tid? 10 av 20 er klare.</p>
        <p className={styles.small}>Liten tekst: Ingrid, Skjerdal skole (1–10) · Il1 O0 Ø0</p>
      </div>
      <ul className={styles.tones}>
        {KINDS.map((kind) => (
          <li key={kind} data-tone={toneOf(kind)}>
            <Icon name={iconOf(kind)} /> {toneOf(kind)}
          </li>
        ))}
      </ul>
      {SIGNS.map((signs) => (
        <ul key={signs.join()} className={styles.signs}>
          {signs.map((name) => (
            <li key={name}>
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      ))}
    </Section>
  );
}
