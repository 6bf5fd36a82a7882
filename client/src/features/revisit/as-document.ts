import type { ContributionKind } from "@ordskifte/schema";
import { langOf } from "../../i18n/written-language.js";
import type { BoardCard } from "../board/board-card.js";
import type { ColumnName } from "../board/board-model.js";
import type { Conversation } from "./conversation.js";

export interface DocumentWords {
  readonly language: string;
  readonly title: string;
  readonly lead: string;
  readonly heading: (column: ColumnName) => string;
  readonly kindName: (kind: ContributionKind) => string;
  readonly anonymous: string;
  readonly challengeUsOn: string;
  /** The name of the group that wrote a card. */
  readonly placeOf: (cardId: string) => string;
}

/** Conversations as one page that opens in every browser and word processor, with nothing fetched from anywhere. */
export function asDocument(conversations: readonly Conversation[], words: DocumentWords): string {
  const columns = [...new Set(conversations.map(({ column }) => column))];
  const sections = columns.map((column) => {
    const inside = conversations.filter((one) => one.column === column);
    const heading = escaped(words.heading(column));
    return `<h2>${heading}</h2>\n${inside.map((one) => conversationText(one, words)).join("\n")}`;
  });
  const title = escaped(words.title);
  return `<!doctype html>
<html lang="${escaped(words.language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
<h1>${title}</h1>
<p class="by">${escaped(words.lead)}</p>
${sections.join("\n")}
</html>
`;
}

const STYLE = `body{font:1.05rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#231f19}
h2{margin-top:2.5rem;border-bottom:2px solid #0f5257;padding-bottom:.2rem}article{margin:1.2rem 0;break-inside:avoid}
article article{margin:.8rem 0 .8rem 1.2rem;padding-left:.9rem;border-left:3px solid #ddd1bd}
h3{margin:.1rem 0}p{margin:.2rem 0;white-space:pre-line}.kind{font-weight:600;color:#14595d}.by{color:#5a5144;font-size:.9rem}`;

function conversationText({ thread }: Conversation, words: DocumentWords): string {
  const branches = thread.branches.map(({ card, replies }) =>
    cardText(card, words, replies.map((reply) => cardText(reply, words)).join("\n")),
  );
  const merged = thread.merged.map((card) => cardText(card, words));
  return cardText(thread.card, words, [...branches, ...merged].join("\n"));
}

function cardText(card: BoardCard, words: DocumentWords, inside = ""): string {
  const kind = [words.kindName(card.kind), card.theme].filter((part) => part !== null).join(" · ");
  const from = card.anonymous ? words.anonymous : (card.from ?? "");
  const lang = card.language ? ` lang="${langOf(card.language)}"` : "";
  const lines = [
    `<p class="kind">${escaped(kind)}</p>`,
    card.title ? `<h3${lang}>${escaped(card.title)}</h3>` : "",
    `<p${lang}>${escaped(card.body)}</p>`,
    card.challengeUsOn
      ? `<p><b>${escaped(words.challengeUsOn)}</b> <span${lang}>${escaped(card.challengeUsOn)}</span></p>`
      : "",
    `<p class="by">${escaped([from, words.placeOf(card.id)].filter(Boolean).join(" · "))}</p>`,
    inside,
  ];
  return `<article>\n${lines.filter(Boolean).join("\n")}\n</article>`;
}

const SAFE: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SAFE[sign] ?? sign);
}
