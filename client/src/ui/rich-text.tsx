import { clsx } from "clsx/lite";
import { marked, type Token, type Tokens } from "marked";
import { Fragment, type ReactNode } from "react";
import styles from "./rich-text.module.css";

/**
 * Text with links, bold, emphasis and lists. The words are sorted by a parser and drawn by us, piece by piece: no HTML is
 * made of them, so there is none to be abused. Everything else stands as it was written.
 */
export default function RichText({
  text,
  className,
  lang,
}: {
  text: string;
  className?: string | undefined;
  lang?: string | undefined;
}) {
  return (
    <div className={clsx(styles.text, className)} lang={lang}>
      {marked.lexer(text, { breaks: true, gfm: true }).map((token, index) => (
        <Fragment key={index}>{block(token)}</Fragment>
      ))}
    </div>
  );
}

function block(token: Token): ReactNode {
  switch (token.type) {
    case "space":
      return null;
    case "paragraph":
      return <p>{line(token.tokens)}</p>;
    case "list":
      return list(token as Tokens.List);
    default:
      return <p>{token.raw.trim()}</p>;
  }
}

function list({ ordered, start, items }: Tokens.List): ReactNode {
  const points = items.map((item, index) => <li key={index}>{item.tokens.map(inItem)}</li>);
  return ordered ? <ol start={start || 1}>{points}</ol> : <ul>{points}</ul>;
}

/** The text of a point, and lists in it. */
function inItem(token: Token, index: number): ReactNode {
  const inner = token.type === "text" ? line((token as Tokens.Text).tokens ?? [token]) : block(token);
  return <Fragment key={index}>{inner}</Fragment>;
}

function line(tokens: readonly Token[] = []): ReactNode {
  return tokens.map((token, index) => <Fragment key={index}>{piece(token)}</Fragment>);
}

function piece(token: Token): ReactNode {
  switch (token.type) {
    case "strong":
      return <strong>{line(token.tokens)}</strong>;
    case "em":
      return <em>{line(token.tokens)}</em>;
    case "br":
      return <br />;
    case "link":
      return link(token as Tokens.Link);
    case "text":
    case "escape":
      return plain(token);
    default:
      return token.raw;
  }
}

/** The parser has written signs that mean something in HTML for a page of HTML; this is none. */
function plain(token: Token): ReactNode {
  return token.type === "escape" && "text" in token ? String(token.text) : token.raw;
}

/** Only addresses of the web, opened apart, and never told where they were opened from. */
function link({ href, raw, tokens }: Tokens.Link): ReactNode {
  if (!/^https?:\/\//i.test(href)) return raw;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
      {line(tokens)}
    </a>
  );
}
