import {
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  type GraphQLError,
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  type VariableDefinitionNode,
  visit,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";

/** So often a document is interpreted before it is compiled, which takes as long as interpreting it some hundred times. */
const FIRST_TIMES = 2;

type Result = ExecutionResult | Promise<ExecutionResult>;

export interface Executed extends ExecutionArgs {
  /** The document as it was written. */
  readonly text: string;
}

/** What is known of one operation of a document. */
interface Plan {
  readonly mayBeCompiled: boolean;
  times: number;
  compiled: Compiled | null;
}

/** An operation as a function, with what is to be made of its variables first. */
interface Compiled {
  readonly query: CompiledQuery["query"];
  readonly variables: readonly VariableDefinitionNode[];
}

/** For values that are what they are to be already. */
const asItIs = new GraphQLScalarType({ name: "AsItIs" });
const AS_IT_IS = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: asItIs.name } } as const;

/**
 * The same, taking its variables as they are: the compiler's own way of reading them knows no default of a field that must
 * be there. graphql-js reads them, as it does for documents that are interpreted.
 */
const takingRead = (document: DocumentNode): DocumentNode =>
  visit(document, {
    VariableDefinition: ({ kind, variable }) => ({ kind, variable, type: AS_IT_IS }),
  });

/**
 * Executes documents that were admitted: those that come often as functions made for them, where they are among our
 * client's own, which are tested so (adr/compiled-documents). A plan lives as long as its document is remembered.
 */
export class Executor {
  private readonly plans = new WeakMap<DocumentNode, Map<string, Plan>>();
  private forCompiling: GraphQLSchema | null = null;

  /** @param own the texts of the documents that may be compiled. */
  constructor(private readonly own: ReadonlySet<string>) {}

  readonly execute = (args: Executed): Result => {
    const plan = this.planFor(args);
    plan.times += 1;
    if (plan.mayBeCompiled && plan.times === FIRST_TIMES + 1) plan.compiled = this.compile(args);
    return plan.compiled ? run(plan.compiled, args) : execute(args);
  };

  private planFor({ document, text, operationName }: Executed): Plan {
    const ofDocument = this.plans.get(document) ?? new Map<string, Plan>();
    this.plans.set(document, ofDocument);
    const name = operationName ?? "";
    const plan = ofDocument.get(name) ?? { mayBeCompiled: this.own.has(text), times: 0, compiled: null };
    ofDocument.set(name, plan);
    return plan;
  }

  /** Null for what cannot be compiled: it is interpreted, as it was before. */
  private compile({ schema, document, operationName }: ExecutionArgs): Compiled | null {
    const query = compileQuery(this.schemaFrom(schema), takingRead(document), operationName ?? undefined);
    const variables = getOperationAST(document, operationName)?.variableDefinitions ?? [];
    return isCompiledQuery(query) ? { query: query.query, variables } : null;
  }

  private schemaFrom(schema: GraphQLSchema): GraphQLSchema {
    this.forCompiling ??= alsoKnowing(schema, asItIs);
    return this.forCompiling;
  }
}

const alsoKnowing = (schema: GraphQLSchema, type: GraphQLScalarType): GraphQLSchema => {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, type] });
};

const MOST_ERRORS = 5;

const run = ({ query, variables }: Compiled, { schema, variableValues, ...args }: ExecutionArgs): Result => {
  const read = getVariableValues(schema, variables, variableValues ?? {}, { maxErrors: MOST_ERRORS });
  if (read.errors) return { errors: read.errors };
  const result = query(args.rootValue, args.contextValue, read.coerced);
  return result instanceof Promise ? result.then(withWholeErrors) : withWholeErrors(result);
};

/** The library's errors have no `extensions` where nobody gave any; graphql-js's always have. */
const withWholeErrors = (result: ExecutionResult): ExecutionResult =>
  result.errors ? { ...result, errors: result.errors.map(whole) } : result;

const whole = (error: GraphQLError): GraphQLError =>
  (error.extensions as object | undefined)
    ? error
    : (Object.create(error, { extensions: { value: {}, enumerable: true } }) as GraphQLError);
