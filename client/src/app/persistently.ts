/** Pauses between tries, in milliseconds: code and texts are fetched again while the net is away for a moment. */
const PAUSES = [500, 1500, 3000, 6000, 10_000];

/** Tries until it succeeds or the pauses are used up; then throws the last error. */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await work();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return work();
}
