import Decimal from "decimal.js";

/**
 * Sums of money as decimal text ("1234.50"): decimals never leave this file, floats never enter it.
 * Results have two places, rounded half up by magnitude, as the price lists do.
 */
export type Money = string;

const Amount = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
const SHAPE = /^-?\d{1,15}(\.\d{1,10})?$/;

function decimal(amount: string): Decimal {
  if (!SHAPE.test(amount)) throw new RangeError(`Not an amount of money: ${JSON.stringify(amount)}`);
  return new Amount(amount);
}

function text(amount: Decimal): Money {
  const rounded = amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  return rounded.isZero() ? "0.00" : rounded.toFixed(2);
}

/** What somebody typed ("1,234.5", "$ 20") as money, or null when it is none or has more than two places. */
export function parseMoney(typed: string): Money | null {
  const cleaned = typed.trim().replace(/^\$\s*/, "");
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(cleaned);
  const plain = grouped ? cleaned.replaceAll(",", "") : cleaned;
  return /^-?\d{1,15}(\.\d{1,2})?$/.test(plain) ? text(new Amount(plain)) : null;
}

/** Sum of amounts; "0.00" of none. Throws RangeError on text that is no amount. */
export function addMoney(...amounts: Money[]): Money {
  return text(amounts.reduce((sum, amount) => sum.plus(decimal(amount)), new Amount(0)));
}

/** `a` minus `b`. */
export function subtractMoney(a: Money, b: Money): Money {
  return text(decimal(a).minus(decimal(b)));
}

/** An amount times a factor given as decimal text or a whole number (credits, percent as "0.1"). */
export function multiplyMoney(amount: Money, factor: string | number): Money {
  if (typeof factor === "number" && !Number.isSafeInteger(factor)) {
    throw new RangeError("Fractions are given as text, floats are not exact");
  }
  return text(decimal(amount).times(decimal(String(factor))));
}

/** -1, 0 or 1, for sorting and limits. */
export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  return decimal(a).comparedTo(decimal(b)) as -1 | 0 | 1;
}
