export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The value below which this share (0 to 1) of the numbers lies; 0 for none. */
export const percentile = (numbers: readonly number[], share: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5);

/** The median of each figure over several repetitions of the same measurement. */
export const medians = <Figure extends string>(
  runs: readonly Readonly<Record<Figure, number>>[],
): Record<Figure, number> => {
  const names = Object.keys(runs[0] ?? {}) as Figure[];
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))])) as Record<
    Figure,
    number
  >;
};

export const whole = (value: number): string => Math.round(value).toLocaleString("en-GB");
export const ratio = (value: number): string => value.toFixed(2);
export const ms = (value: number): string => (value < 10 ? value.toFixed(1) : whole(value));
