/** Invented words of addresses, schools and employers: the kind of thing that stands there, none of them real. */
export const communes = [
  "Sample Commune One",
  "Sample Commune Two",
  "Sample Commune Three",
  "Sample Commune Four",
];
export const villages = ["Lotus Village", "Palm Village", "River Village", "Bridge Village", "Mango Village"];
export const houses: readonly ((number: number) => string)[] = [
  (number) => `House ${number}, Street 0${number % 9}`,
  (number) => `Group ${number % 12}`,
  (number) => `No. ${number}, Market Road`,
];
export const schools = [
  "Lotus Demo High School",
  "River Demo High School",
  "Palm Demo High School",
  "Bridge Demo High School",
  "New Light Demo High School",
];
export const employers = [
  "Sample Guesthouse",
  "Lotus Demo Hotel",
  "River Demo Restaurant",
  "Palm Demo Travel",
  "Bridge Demo Bank",
  "Sample Market Stall",
];
export const jobs = ["Receptionist", "Cashier", "Guide", "Waiter", "Accountant", "Teacher's assistant"];
export const pagodas = [
  "Lotus Demo Pagoda",
  "River Demo Pagoda",
  "Palm Demo Pagoda",
  "New Light Demo Pagoda",
];
/** Values of a birth province that are no place to live in. */
export const nuisances: ReadonlySet<string> = new Set(["INTERNATIONAL", "UNKNOWN"]);
