import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type ValidationRule,
} from "graphql";
import { LRUCache } from "lru-cache";
import { LIMITS, overLimit, passedLimit } from "./limits.js";

/** A document that may be executed, or why not. */
export type Admission =
  | { readonly ok: true; readonly document: DocumentNode }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] };

const ERRORS_SHOWN = 5;
const REMEMBERED = 500;

/** The one door for documents, used by both transports: size, parsing, limits and validation, remembered by text. */
export class Documents {
  private readonly admitted = new LRUCache<string, Admission>({ max: REMEMBERED });
  private readonly rules: readonly ValidationRule[];

  constructor(
    private readonly schema: GraphQLSchema,
    { introspection }: { introspection: boolean },
  ) {
    this.rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  }

  admit(text: string): Admission {
    if (Buffer.byteLength(text) > LIMITS.documentBytes) return refused(overLimit("documentBytes"));
    const before = this.admitted.get(text);
    if (before) return before;
    const admission = this.examine(text);
    // Refused documents are not remembered, so that nobody can push the good ones out with them.
    if (admission.ok) this.admitted.set(text, admission);
    return admission;
  }

  /** The limits come before validation, whose cost they bound. */
  private examine(text: string): Admission {
    const parsed = read(text);
    if (!parsed.ok) return parsed;
    const limit = passedLimit(parsed.document);
    if (limit) return refused(overLimit(limit));
    const errors = validate(this.schema, parsed.document, this.rules, { maxErrors: ERRORS_SHOWN });
    return errors.length === 0
      ? parsed
      : { ok: false, errors: errors.map(coded("GRAPHQL_VALIDATION_FAILED")) };
  }
}

function read(text: string): Admission {
  try {
    return { ok: true, document: parse(text, { maxLexicalTokens: LIMITS.tokens }) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // The parser has no code for it; counting again would cost what the limit saves.
    const tooMany = /tokens\. Parsing aborted/.test(error.message);
    return refused(tooMany ? overLimit("tokens") : coded("GRAPHQL_PARSE_FAILED")(error));
  }
}

const refused = (error: GraphQLError): Admission => ({ ok: false, errors: [error] });

const coded =
  (code: string) =>
  (error: GraphQLError): GraphQLError =>
    new GraphQLError(error.message, {
      nodes: error.nodes,
      source: error.source,
      positions: error.positions,
      extensions: { code },
    });
