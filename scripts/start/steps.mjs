// What a person sees while things happen: one line per step, with its time. No colours or spinners in a log file.

const live = Boolean(process.stdout.isTTY) && process.env.CI === undefined;
const colour = live && process.env.NO_COLOR === undefined;
const paint = (/** @type {number} */ code, /** @type {string} */ text) =>
  colour ? `\x1b[${code}m${text}\x1b[0m` : text;

export const dim = (/** @type {string} */ text) => paint(2, text);
export const bold = (/** @type {string} */ text) => paint(1, text);
export const red = (/** @type {string} */ text) => paint(31, text);
export const green = (/** @type {string} */ text) => paint(32, text);

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** An error whose message is all that a person needs: no stack is shown. */
export class Sentence extends Error {}

/**
 * Runs one step and shows it.
 *
 * @template T
 * @param {string} title
 * @param {(note: (text: string) => void) => T | Promise<T>} work `note` shows what is happening right now
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = performance.now();
  const line = showing(title, started);
  try {
    const result = await work(line.note);
    line.end(green("✓"), started);
    return result;
  } catch (error) {
    line.note("");
    line.end(red("✗"), started);
    throw error;
  }
}

/**
 * @param {string} title
 * @param {number} started
 */
function showing(title, started) {
  let text = "";
  let frame = 0;
  let lastPrinted = started;
  const draw = () => {
    frame = (frame + 1) % frames.length;
    const width = Math.max(20, (process.stdout.columns || 80) - 30);
    process.stdout.write(
      `\r\x1b[2K  ${frames[frame]} ${title.padEnd(22)} ${dim(`${seconds(started)}  ${text.slice(0, width)}`)}`,
    );
  };
  const timer = live ? setInterval(draw, 100) : undefined;
  return {
    note: (/** @type {string} */ now) => {
      text = now;
      if (live || performance.now() - lastPrinted < 5_000) return;
      lastPrinted = performance.now();
      console.log(`    ${title}: ${now}`);
    },
    end: (/** @type {string} */ mark, /** @type {number} */ since) => {
      clearInterval(timer);
      if (live) process.stdout.write("\r\x1b[2K");
      console.log(`  ${mark} ${title.padEnd(22)} ${dim(`${seconds(since)}  ${text}`.trimEnd())}`);
    },
  };
}

/** @param {number} since */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(7);
}

/**
 * Prints why it ended, in words.
 *
 * @param {unknown} error
 */
export function explainEnd(error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`\n${red("✗")} ${message}\n`);
  if (!(error instanceof Sentence) && process.env.NAGA_LOG_LEVEL === "debug") console.error(error);
}
