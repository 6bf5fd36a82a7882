import { clsx } from "clsx/lite";
import type { ReactNode } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import { Icon, iconOf } from "./icons.js";
import { type CardKind, toneOf } from "./kinds.js";
import { inShort } from "./marks.js";
import { SaveState, type SaveStateName } from "./save-state.js";
import { WrittenText } from "./written-text.js";
import styles from "./card.module.css";

export interface CardProps {
  kind: CardKind;
  id?: string;
  title?: string | null;
  body: string;
  /** The tag of the language that title, body and theme are written in, where it is known. */
  lang?: string | undefined;
  /** "Kari, Fjæra barnehage"; null on an anonymous card. */
  from?: string | null;
  anonymous?: boolean;
  mine?: boolean;
  lens?: "GOOD" | "CRITICAL" | null;
  challengeUsOn?: string | null;
  theme?: string | null;
  /** Marked as the author's own answer. */
  fromAuthor?: boolean;
  edited?: boolean;
  /** Written in silence: nobody else sees it yet. */
  silent?: boolean;
  hidden?: { reason?: string | null } | null;
  state?: SaveStateName | null;
  /** Why it was refused, in the person's language. */
  why?: string;
  size?: "normal" | "small" | "hall";
  headingLevel?: 2 | 3 | 4;
  /** Where cards stand in a list: one without a title has its kind as heading, so that headings lead from card to card. */
  headed?: boolean;
  /** Buttons under the text. */
  actions?: ReactNode;
  children?: ReactNode;
  className?: string;
}

/** One contribution. All cards are alike in size and weight whoever wrote them. */
export function Card(props: CardProps) {
  const { t } = useTranslation("ui");
  const { kind, id, size = "normal", mine, silent, hidden, actions, children, className } = props;
  return (
    <article
      id={id}
      aria-label={`${t(`kind.${kind}`)}: ${inShort(props.title ?? props.body)}`}
      className={clsx(styles.card, className)}
      data-tone={toneOf(kind)}
      data-size-of={size}
      data-mine={mine || undefined}
      data-silent={silent || undefined}
      data-hidden={hidden ? true : undefined}
    >
      <CardHead {...props} />
      <CardText {...props} />
      <CardFoot {...props} />
      {actions && <div className={styles.actions}>{actions}</div>}
      {children}
    </article>
  );
}

function CardHead({
  kind,
  title,
  lens,
  theme,
  lang,
  mine,
  fromAuthor,
  from,
  headed,
  headingLevel = 3,
}: CardProps) {
  const { t } = useTranslation("ui");
  const Kind = headed && !title ? (`h${headingLevel}` as const) : "span";
  return (
    <div className={styles.head}>
      <Kind className={styles.kind}>
        <Icon name={iconOf(kind)} />
        {fromAuthor ? t("card.fromAuthor") : t(`kind.${kind}`)}
        {Kind !== "span" && from && <span className="ds-sr-only">, {from}</span>}
      </Kind>
      {lens && (
        <span className={styles.tag}>
          <Icon name={lens === "GOOD" ? "good" : "critical"} />
          {t(`lens.${lens}`)}
        </span>
      )}
      {theme && (
        <span className={styles.tag} lang={lang}>
          {theme}
        </span>
      )}
      {mine && <span className={styles.mine}>{t("card.mine")}</span>}
    </div>
  );
}

function CardText({ title, body, lang, challengeUsOn, headingLevel = 3 }: CardProps) {
  const { t } = useTranslation("ui");
  const Title = `h${headingLevel}` as const;
  return (
    <div className={styles.text}>
      {title && (
        <Title className={styles.title} lang={lang}>
          {title}
        </Title>
      )}
      <WrittenText text={body} className={styles.body} lang={lang} />
      {challengeUsOn && (
        <p className={styles.ask}>
          <strong>{t("card.challengeUsOn")}</strong> <span lang={lang}>{challengeUsOn}</span>
        </p>
      )}
    </div>
  );
}

function CardFoot({ from, anonymous, edited, silent, hidden, state, why }: CardProps) {
  const { t } = useTranslation("ui");
  return (
    <p className={styles.foot}>
      <span className={styles.from}>{anonymous ? t("card.anonymous") : from}</span>
      {edited && <span>{t("card.edited")}</span>}
      {silent && (
        <span className={styles.notice}>
          <Icon name="silent" />
          {t("card.silent")}
        </span>
      )}
      {hidden && (
        <span className={styles.notice}>
          <Icon name="silent" />
          {hidden.reason ? t("card.hiddenWhy", { reason: hidden.reason }) : t("card.hidden")}
        </span>
      )}
      {state && <SaveState state={state} why={why} />}
    </p>
  );
}
