/** Work that can be laid aside between its slices. */
export type Sliced<T> = Generator<undefined, T>;

export const atOnce = <T>(work: Sliced<T>): T => {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
};

/** Lets everything else that is waiting have its turn between the slices. */
export const betweenOthers = async <T>(work: Sliced<T>): Promise<T> => {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
};
