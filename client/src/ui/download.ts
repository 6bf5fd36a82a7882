/** Long after the slowest browser has taken the text, which it does in its own time. */
const KEPT_MS = 60_000;

/** Lets the reader save a text that was made on this device. Signs that file names cannot have become spaces. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|]+/g, " ").replace(/\s+/g, " ");
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
