import { limits } from "@ordskifte/schema";
import { InputRejected } from "../../../kernel/refusals.js";
import { optionalText, requiredText } from "../../../kernel/texts.js";
import { ContributionKind, InputProblem, type Language } from "../../../kernel/words.js";
import { Lens, type Content } from "../contribution.entity.js";

/** What a form sends of a card's text. */
export interface ContentInput {
  readonly body: string;
  readonly title?: string | null | undefined;
  readonly lens?: Lens | null | undefined;
  readonly challengeUsOn?: string | null | undefined;
  readonly theme?: string | null | undefined;
  readonly language?: Language | null | undefined;
}

const exampleContent = (input: ContentInput, title: string, body: string): Content | InputRejected => {
  const challengeUsOn = optionalText("challengeUsOn", input.challengeUsOn, limits.challengeUsOn);
  if (challengeUsOn instanceof InputRejected) return challengeUsOn;
  const theme = optionalText("theme", input.theme, limits.theme);
  if (theme instanceof InputRejected) return theme;
  if (!input.lens) return new InputRejected("lens", InputProblem.EMPTY);
  return { kind: ContributionKind.PRACTICE_EXAMPLE, title, body, lens: input.lens, challengeUsOn, theme };
};

const titledContent = (
  kind: ContributionKind,
  input: ContentInput,
  body: string,
): Content | InputRejected => {
  const title = requiredText("title", input.title, limits.contributionTitle);
  if (title instanceof InputRejected) return title;
  return kind === ContributionKind.PRACTICE_EXAMPLE
    ? exampleContent(input, title, body)
    : { kind: ContributionKind.THEORY_INPUT, title, body };
};

/** The checked content of a card of this kind, or the refusal of the first field that is wrong. */
export const contentOf = (
  kind: ContributionKind,
  input: ContentInput,
  fromAuthor = false,
): Content | InputRejected => {
  const body = requiredText("body", input.body, limits.contributionBody);
  if (body instanceof InputRejected) return body;
  switch (kind) {
    case ContributionKind.PRACTICE_EXAMPLE:
    case ContributionKind.THEORY_INPUT:
      return titledContent(kind, input, body);
    case ContributionKind.ANSWER:
      return { kind, body, fromAuthor };
    default:
      return { kind, body };
  }
};

/** What is left of a withdrawn card: its kind, and no words. */
export const withoutWords = (content: Content): Content => {
  switch (content.kind) {
    case ContributionKind.PRACTICE_EXAMPLE:
      return { ...content, title: "", body: "", challengeUsOn: null, theme: null };
    case ContributionKind.THEORY_INPUT:
      return { ...content, title: "", body: "" };
    default:
      return { ...content, body: "" };
  }
};
