import { useTranslation } from "../../i18n/use-translation.js";
import { langOf } from "../../i18n/written-language.js";
import { type BoardView, useBoard } from "../../live/index.js";
import { signatureOf } from "../lead/use-cards.js";
import { Fit } from "./fit.js";
import { HallCard } from "./hall-card.js";
import { branchesOf } from "./spotlight.js";
import { useKept } from "./use-kept.js";
import styles from "./spotlight-picture.module.css";

type HallCardData = BoardView["contributions"]["edges"][number]["node"];

/** One example, with the challenges to it and the answers to them. */
export function SpotlightPicture({ boardId, cardId }: { boardId: string; cardId: string }) {
  const { t } = useTranslation("plenary");
  const board = useKept(`board.${boardId}`, useBoard(boardId).board);
  const cards = (board?.contributions.edges ?? []).map(({ node }) => node);
  // A card that is hidden or withdrawn while it is shown goes at once.
  const open = cards.filter(({ visibility }) => visibility === "OPEN");
  const example = open.find(({ id }) => id === cardId);
  if (!board) return null;
  if (!example) return <p className={styles.gone}>{t("spotlight.gone")}</p>;
  const branches = branchesOf(example.id, open);
  return (
    <section className={styles.spotlight} data-alone={branches.length === 0 || undefined}>
      <Fit of={example.body} largest={branches.length === 0 ? 2.2 : 1.9}>
        <Example card={example} />
      </Fit>
      {branches.length > 0 && (
        <Fit of={branches.map(({ card, answers }) => card.id + answers.length).join()} largest={1.6}>
          <ol className={styles.branches}>
            {branches.map(({ card, answers }) => (
              <li key={card.id} className={styles.branch}>
                <HallCard
                  kind="CHALLENGE"
                  from={signatureOf(card)}
                  body={card.body}
                  language={card.language}
                />
                {answers.map((answer) => (
                  <HallCard
                    key={answer.id}
                    kind="ANSWER"
                    from={signatureOf(answer)}
                    body={answer.body}
                    language={answer.language}
                    fromAuthor={answer.__typename === "Answer" && answer.fromAuthor}
                  />
                ))}
              </li>
            ))}
          </ol>
        </Fit>
      )}
    </section>
  );
}

function Example({ card }: { card: HallCardData }) {
  const { t } = useTranslation("ui");
  if (card.__typename !== "PracticeExample")
    return <HallCard kind={card.kind} from={signatureOf(card)} body={card.body} language={card.language} />;
  const lang = langOf(card.language);
  return (
    <article className={styles.example}>
      <p className={styles.kind}>
        {t("kind.PRACTICE_EXAMPLE")} · {t(`lens.${card.lens}`)}
      </p>
      <h1 className={styles.title} lang={lang}>
        {card.title}
      </h1>
      <p className={styles.body} lang={lang}>
        {card.body}
      </p>
      {card.challengeUsOn && (
        <p className={styles.ask}>
          <strong>{t("card.challengeUsOn")}</strong> <span lang={lang}>{card.challengeUsOn}</span>
        </p>
      )}
      <p className={styles.from}>{signatureOf(card) ?? t("card.anonymous")}</p>
    </article>
  );
}
