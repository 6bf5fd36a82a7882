/** What WebDriver calls an element: its handle under a fixed key. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
export type Element = Readonly<Record<typeof ELEMENT, string>>;

export const handleOf = (element: Element): string => element[ELEMENT];

/** A browser that is driven from outside, by the few commands of WebDriver that a walk needs. */
export interface Remote {
  readonly name: string;
  /** As it calls itself. */
  readonly version: string;
  go(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Width and height of the window, in pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Runs the body of a function in the page. */
  run<T>(script: string, ...args: readonly unknown[]): Promise<T>;
  click(element: Element): Promise<void>;
  type(element: Element, text: string): Promise<void>;
  close(): Promise<void>;
}
