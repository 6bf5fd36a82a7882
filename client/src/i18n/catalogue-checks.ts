/** Texts of one catalogue by key, as `a.b.c`. */
export type Texts = Map<string, string>;

export function flatten(tree: Record<string, unknown>, prefix = ""): Texts {
  const texts: Texts = new Map();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") texts.set(prefix + key, value);
    else
      for (const [inner, text] of flatten(value as Record<string, unknown>, `${prefix}${key}.`))
        texts.set(inner, text);
  }
  return texts;
}

/** The names in `{{…}}`, sorted, as one string to compare. */
export function placeholders(text: string): string {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name = ""]) => name)
    .toSorted((left, right) => left.localeCompare(right))
    .join(" ");
}

// Words that only one of the two has, so that they give away a text left in the other.
const BOKMAAL = `ikke hva hvem hvor hvordan hvorfor hjem hjemme jeg dere deres noe noen enhet enheten enheter enhetene fra
  mer flere lenke lenken stem stemme stemmer venter endret lagret skjult avstemning avstemningen stemmeseddel
  samlingen gruppen setningen nå ennå bare praksiseksempel praksiseksempler ble skriver sitter tegn hver
  hverandre deltaker deltakere uten selv først utfordringer kommer åpen åpne velg gjøre
  sammen skrevet navn navnet navnene tatt tar leder lederen lederne ledet nettleser nettleseren forsiden siden ideer ideene
  kortene være sier spørre finner finnes prikker prikkene disse`;
const NYNORSK = `ikkje kva kven kvar korleis kvifor heim heime eg dykk noko nokon eining eininga einingar frå meir fleire
  lenkje lenkja røyst røyste røyster ventar endra lagra avrøysting avrøystinga røystesetel setninga no enno berre
  praksisdøme praksisdøma vart vert sit teikn kvarandre deltakar deltakarar utan sjølv utfordringar kjem høgst gjekk
  open opne vel gjere seie saman namn namnet namna teke tek leiar leiaren leiarane leidde nettlesar nettlesaren framsida
  sidan idear ideane korta vere seier spørje finst prikkar prikkane desse dei`;
const BOTH = "og er det som på til av med har skal kan å ei en et ta din ditt dine alle ingen vi";

function words(list: string): string[] {
  return list.split(/\s+/);
}

// Spelled alike in English.
const ENGLISH_TOO = new Set(["no", "open", "sit", "vert", "stem", "over", "si", "vel"]);

const FOREIGN: Record<string, ReadonlySet<string>> = {
  nb: new Set(words(NYNORSK).filter((word) => !["vel", "sit"].includes(word))),
  nn: new Set(words(BOKMAAL).filter((word) => !["si", "først"].includes(word))),
  en: new Set(words(`${BOKMAAL} ${NYNORSK} ${BOTH}`).filter((word) => !ENGLISH_TOO.has(word))),
};

/** Words that give away that a text was left in, or slipped into, another of our languages. */
export function foreignWords(text: string, language: string): string[] {
  const said = text.toLowerCase().match(/[a-zæøåéò]+/g) ?? [];
  return said.filter((word) => FOREIGN[language]?.has(word));
}

/** Whether the sources name a key, its plural's stem, or a template that begins as it does. */
export function isUsed(key: string, namespace: string, code: string): boolean {
  const stem = key.replace(/_(one|other)$/, "");
  const names = [stem, `${namespace}:${stem}`];
  if (names.some((name) => code.includes(`"${name}"`))) return true;
  return names.some((name) => templates(name).some((start) => code.includes(start)));
}

/** Every way a key can be built from a template with its end, or its middle, left open. */
function templates(name: string): string[] {
  const parts = name.split(".");
  return parts.slice(1).map((_, index) => `\`${parts.slice(0, index + 1).join(".")}.\${`);
}

const SAID_ATTRIBUTES = new Set([
  "title",
  "alt",
  "placeholder",
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "label",
  "description",
  "heading",
  "lead",
  "summary",
]);

/** Texts with letters that stand in the markup instead of in a catalogue. */
export function bareTexts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(bareTexts);
  if (!isNode(node)) return [];
  return [...ownTexts(node), ...Object.values(node).flatMap(bareTexts)];
}

type SyntaxNode = Record<string, unknown> & { type: string };

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value;
}

/** What an element says itself: the text between its tags, in braces too, and the attributes that are read out. */
function ownTexts(node: SyntaxNode): string[] {
  const said = [...childrenOf(node), attributeValue(node)].flatMap(literals);
  return said.filter((text) => /\p{L}/u.test(text)).map((text) => text.trim());
}

function childrenOf(node: SyntaxNode): unknown[] {
  return ["JSXElement", "JSXFragment"].includes(node.type) ? (node["children"] as unknown[]) : [];
}

function attributeValue(node: SyntaxNode): unknown {
  if (node.type !== "JSXAttribute" || !isNode(node["name"])) return null;
  return SAID_ATTRIBUTES.has(String(node["name"]["name"])) ? node["value"] : null;
}

/** The literal texts that an expression can come to; what is looked up or reckoned out is none. */
function literals(node: unknown): string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case "JSXText":
    case "Literal":
      return typeof node["value"] === "string" ? [node["value"]] : [];
    case "JSXExpressionContainer":
      return literals(node["expression"]);
    case "ConditionalExpression":
      return [node["consequent"], node["alternate"]].flatMap(literals);
    case "LogicalExpression":
      return [...(node["operator"] === "&&" ? [] : literals(node["left"])), ...literals(node["right"])];
    case "BinaryExpression":
      return node["operator"] === "+" ? [node["left"], node["right"]].flatMap(literals) : [];
    case "TemplateLiteral":
      return (node["quasis"] as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    default:
      return [];
  }
}
