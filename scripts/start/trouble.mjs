import { root } from "./processes.mjs";
import { Sentence } from "./steps.mjs";

/** One of its forms says that too many files are watched, which is another matter. */
const noSpace = /\bENOSPC\b(?!: System limit)|\bEDQUOT\b|No space left on device|Disk quota exceeded/;
const readOnly = /\bEROFS\b|Read-only file system/;
/** Not `permission denied for table`, which PostgreSQL says of its own. */
const forbidden = /(?<!listen )\b(?:EACCES|EPERM)\b|: Permission denied/;

/**
 * The sentence behind what the machine refused (no room, no permission), whichever program met it first; other errors
 * stay as they are.
 *
 * @param {unknown} error
 * @returns {unknown}
 */
export function understood(error) {
  if (!(error instanceof Error)) return error;
  // A sentence that ends a program carries all that this program said; any other one has been understood before.
  if (error instanceof Sentence && typeof error.cause !== "string") return error;
  const sentence = machineTrouble(`${error.cause ?? ""}\n${error.message}`);
  return sentence ? new Sentence(sentence) : error;
}

/**
 * @param {string} text an error, or the output of a program
 * @returns {string | null} what to do
 */
function machineTrouble(text) {
  const path = /'((?:\/|[A-Z]:\\)[^'\n]+)'/.exec(text)?.[1];
  if (noSpace.test(text)) return diskFull(path ?? root);
  if (readOnly.test(text))
    return `${path ?? root} is read-only. Copy the project to a folder where you may write.`;
  if (forbidden.test(text)) return notYours(path ?? root);
  return null;
}

/** @param {string} place */
export function diskFull(place) {
  return `The disk of ${place} is full. Free some space and run npm start again.`;
}

/** @param {string} place */
export function notYours(place) {
  const whole = place.startsWith(root) ? root : place;
  return `You may not write to ${place}. Make it yours (sudo chown -R "$(id -un)" "${whole}") or clone the project elsewhere.`;
}
