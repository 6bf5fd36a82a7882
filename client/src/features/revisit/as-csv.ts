/** Norwegian spreadsheets part columns at a semicolon and need the mark to know that it is UTF-8. */
const MARK = "\uFEFF";

/** A table as text that a spreadsheet opens: each cell quoted, rows ended as the format wants them. */
export function asCsv(rows: readonly (readonly string[])[]): string {
  return MARK + rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("");
}

/** What begins like a formula is kept from being one: the words come from everybody. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
