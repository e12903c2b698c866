/**
 * The process that searches for one timetable: takes the problem from standard input, tells its steps line by line on
 * standard output, the draft last, and ends. The worker stays free meanwhile, and with the process goes the memory that
 * the solver took. It gets no environment, so it knows no secret.
 */
import loadHighs from "highs";
import type { Problem } from "../problem";
import { solve } from "./solve";

const PAUSE_MS = 250;

async function main(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const problem = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Problem;
  let last = { step: "", at: 0 };
  const draft = solve(await loadHighs(), problem, (step, done) => {
    const now = Date.now();
    if (step === last.step && now - last.at < PAUSE_MS) return;
    last = { step, at: now };
    process.stdout.write(`${JSON.stringify({ step, done })}\n`);
  });
  process.stdout.write(`${JSON.stringify({ draft })}\n`);
}

await main();
