/** A finite field: numbers below `order`, added and multiplied so that every one but 0 can be divided by. */
export interface Field {
  add(a: number, b: number): number;
  multiply(a: number, b: number): number;
}

/** The prime of which a number is a power; null for any other number. */
const primeOf = (order: number): number | null => {
  if (order < 2) return null;
  let prime = 2;
  while (order % prime !== 0) prime++;
  let rest = order;
  while (rest % prime === 0) rest /= prime;
  return rest === 1 ? prime : null;
};

/** Elements are polynomials over the prime: a number's digits in that base are the coefficients. */
const addDigits = (a: number, b: number, prime: number): number =>
  a === 0 && b === 0
    ? 0
    : (((a % prime) + (b % prime)) % prime) +
      prime * addDigits(Math.floor(a / prime), Math.floor(b / prime), prime);

/** `a` times x, where x to the power of the field's degree is `tail`. */
const timesX = (a: number, tail: number, prime: number, order: number): number => {
  const shifted = a * prime;
  let product = shifted % order;
  for (let carry = Math.floor(shifted / order); carry > 0; carry--) product = addDigits(product, tail, prime);
  return product;
};

const fieldWith = (tail: number, prime: number, order: number): Field => {
  const add = (a: number, b: number): number => addDigits(a, b, prime);
  const multiply = (a: number, b: number): number => {
    if (b === 0) return 0;
    let sum = timesX(multiply(a, Math.floor(b / prime)), tail, prime, order);
    for (let digit = b % prime; digit > 0; digit--) sum = add(sum, a);
    return sum;
  };
  return { add, multiply };
};

/** Nothing but 0 times anything is 0. */
const isField = ({ multiply }: Field, order: number): boolean => {
  for (let a = 1; a < order; a++) for (let b = a; b < order; b++) if (multiply(a, b) === 0) return false;
  return true;
};

/** The field with as many elements, or null where there is none: there is one for each power of a prime. */
export const fieldOf = (order: number): Field | null => {
  const prime = primeOf(order);
  if (prime === null) return null;
  for (let tail = 0; tail < order; tail++) {
    const field = fieldWith(tail, prime, order);
    if (isField(field, order)) return field;
  }
  return null;
};
