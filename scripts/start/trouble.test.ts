import { describe, expect, test } from "vitest";
import { root } from "./processes.mjs";
import { Sentence } from "./steps.mjs";
import { understood } from "./trouble.mjs";

const failure = (message: string, code?: string) => Object.assign(new Error(message), { code });
const said = (error: Error) => (understood(error) as Error).message;

describe("what the machine refused", () => {
  test.each([
    failure("ENOSPC: no space left on device, write", "ENOSPC"),
    failure("EDQUOT: quota exceeded, write", "EDQUOT"),
    new Error('initdb: error: could not create directory "/x/base": No space left on device'),
    new Sentence("Building the site ended with 1.", {
      cause: "Error: ENOSPC: no space left on device, write",
    }),
  ])("no room: %s", (error) => {
    expect(said(error)).toBe(`The disk of ${root} is full. Free some space and run npm start again.`);
  });

  test("names the place where the error does", () => {
    expect(said(failure("ENOSPC: no space left on device, mkdir '/data/files'", "ENOSPC"))).toContain(
      "The disk of /data/files is full.",
    );
    expect(said(failure("EACCES: permission denied, open '/data/x'", "EACCES"))).toContain(
      `You may not write to /data/x. Make it yours (sudo chown -R "$(id -un)" "/data/x")`,
    );
    expect(said(failure("EROFS: read-only file system, open '/data/x'", "EROFS"))).toContain(
      "/data/x is read-only.",
    );
  });

  test.each([
    failure("ENOSPC: System limit for number of file watchers reached, watch '/x'", "ENOSPC"),
    failure("listen EACCES: permission denied 0.0.0.0:80", "EACCES"),
    failure("permission denied for table person", "42501"),
    new Sentence("Port 80 needs administrator rights."),
    new Sentence("naga db migrate ended with 1.", { cause: "permission denied to create role" }),
    new Error("something else"),
  ])("is not guessed: %s", (error) => {
    expect(understood(error)).toBe(error);
  });
});
