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
import { asHash, type TrustedDocuments } from "./trusted-documents.js";
import { LIMITS, overLimit, passedLimit } from "./limits.js";

/** A document that may be executed, or why not. */
export type Admission =
  | { readonly ok: true; readonly document: DocumentNode; readonly text: string }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] };

const ERRORS_SHOWN = 5;
const REMEMBERED = 500;

/** What a request says of the document it wants: its text, or its hash in either of the usual places. */
export interface Wanted {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

/** The hash that is asked for, whatever it looks like; undefined where the document is sent in full. */
export const hashIn = ({ documentId, extensions }: Wanted): unknown => {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: { sha256Hash?: unknown } | null };
  return documentId ?? persistedQuery?.sha256Hash;
};

export interface DocumentRules {
  readonly introspection: boolean;
  /** Whether documents are taken that no client of ours asks. */
  readonly freeForm: boolean;
}

/** The one door for documents, used by both transports: size, parsing, limits and validation, remembered by text. */
export class Documents {
  private readonly admitted = new LRUCache<string, Admission>({ max: REMEMBERED });
  private readonly rules: readonly ValidationRule[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly trusted: Pick<TrustedDocuments, "textOf" | "includes">,
    private readonly settings: DocumentRules,
  ) {
    this.rules = settings.introspection
      ? specifiedRules
      : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  }

  /** A document by its hash or its text. Whatever way it comes, the same limits hold. */
  async admit(wanted: Wanted): Promise<Admission> {
    const byHash = hashIn(wanted) !== undefined;
    const hash = asHash(hashIn(wanted));
    const trusted = hash === null ? null : await this.trusted.textOf(hash);
    if (trusted !== null) return this.admitText(trusted);
    const { query: text } = wanted;
    if (typeof text !== "string" || (byHash && text === ""))
      return refused(codeOnly("PERSISTED_QUERY_NOT_FOUND"));
    // What was admitted once needs not be hashed to be known again.
    const before = this.admitted.get(text);
    if (before) return before;
    if (this.settings.freeForm || (await this.isTrusted(text))) return this.admitText(text);
    return refused(codeOnly(byHash ? "PERSISTED_QUERY_NOT_FOUND" : "DOCUMENT_NOT_TRUSTED"));
  }

  private async isTrusted(text: string): Promise<boolean> {
    return Buffer.byteLength(text) <= LIMITS.documentBytes && this.trusted.includes(text);
  }

  private admitText(text: string): Admission {
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
    return { ok: true, text, document: parse(text, { maxLexicalTokens: LIMITS.tokens }) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // The parser has no code for it; counting again would cost what the limit saves.
    const tooMany = /tokens\. Parsing aborted/.test(error.message);
    return refused(tooMany ? overLimit("tokens") : coded("GRAPHQL_PARSE_FAILED")(error));
  }
}

const refused = (error: GraphQLError): Admission => ({ ok: false, errors: [error] });

const codeOnly = (code: string): GraphQLError => new GraphQLError(code, { extensions: { code } });

const coded =
  (code: string) =>
  (error: GraphQLError): GraphQLError =>
    new GraphQLError(error.message, {
      nodes: error.nodes,
      source: error.source,
      positions: error.positions,
      extensions: { code },
    });
