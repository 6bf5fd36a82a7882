const isPrime = (number: number): boolean => {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return number > 1;
};

/**
 * Rounds in which nobody meets anybody twice, from the lines of a plane over a prime field: with p groups of at most p,
 * person (x, y) sits in round m in group y - m·x. Two people are in one group for one m alone. As many rounds as there
 * are groups, and where all groups are as large as they are many also the round of the lines that stand upright. Null where
 * that does not fit. People by round and group.
 */
export const planeRounds = (people: number, groups: number, rounds: number): number[][][] | null => {
  const columns = Math.ceil(people / groups);
  const most = people === groups ** 2 ? groups + 1 : groups;
  if (!isPrime(groups) || columns > groups || rounds > most) return null;
  return Array.from({ length: rounds }, (_, m) => {
    const lines: number[][] = Array.from({ length: groups }, () => []);
    for (let person = 0; person < people; person++) {
      const [x, y] = [Math.floor(person / groups), person % groups];
      const line = m === groups ? x : (y + m * (groups - 1) * x) % groups;
      lines[line]?.push(person);
    }
    return lines;
  });
};
