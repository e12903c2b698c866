import { existsSync } from "node:fs";
import { ACTIONS, PAGES } from "@/tests/contract/access-matrix";
import { fingerprint } from "@/tests/contract/fingerprint";
import { findActions } from "@/tests/contract/inventory";
import { exchange } from "@/tests/contract/raw-http";
import { readBuiltActions, Visitor } from "@/tests/contract/visitor";
import { errorsIn } from "./nasty";
import { expect, test } from "./own";

test.describe("whatever is sent", () => {
  test.setTimeout(180_000);

  test("no path leads out of the folders that are served", async ({ own }) => {
    const registrar = await own.as("registrar");
    const cookie = `naga.session=${registrar.cookie("naga.session")}`;
    const up = [
      "../",
      "..%2f",
      "%2e%2e/",
      "%2e%2e%2f",
      "..%5c",
      "..\\",
      "%252e%252e%252f",
      "..;/",
      "....//",
      "%c0%ae%c0%ae/",
    ];
    const starts = [
      "/api/files/",
      "/_next/static/",
      "/_next/",
      "/icons/",
      "/",
      "/_next/image?url=/",
      "/students/",
    ];
    const wanted = [
      "etc/passwd",
      "package.json",
      ".next/standalone/server.js",
      ".naga/secrets.json",
      "app/layout.tsx",
    ];
    const plain = [
      "/.env",
      "/.git/config",
      "/package.json",
      "/server.js",
      "/.naga/secrets.json",
      "/.next/BUILD_ID",
      "/_next/server/app/page.js",
      "/_next/required-server-files.json",
      "/prisma/schema/people.prisma",
      "/sw.js/../package.json",
      "/static/..%2fpackage.json",
      "/backup.sql",
      "/install",
      "/phpinfo.php",
      "/_next/static/../server/server-reference-manifest.json",
    ];
    const paths = [
      ...plain,
      ...starts.flatMap((start) =>
        up.flatMap((step) => wanted.map((file) => `${start}${step.repeat(6)}${file}`)),
      ),
    ];
    const found: string[] = [];
    for (const path of paths) {
      const text = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`;
      const answer = await exchange(own.web.port, text);
      const body = answer?.body ?? "";
      if (
        !answer ||
        answer.status === 200 ||
        answer.status >= 500 ||
        /root:|"name": "naga-sis"|nextAuthSecret|use server/.test(body)
      )
        found.push(`${path}: ${answer?.status}`);
    }
    expect(found).toEqual([]);
  });

  test("the name of a file that is sent in is a name and nothing else", async ({ own }) => {
    const registrar = await own.as("registrar");
    for (const name of [
      "../../../../tmp/naga-evil.csv",
      "/tmp/naga-evil.csv",
      "..\\..\\naga-evil.csv",
      "a\r\nSet-Cookie: x=1.csv",
      `a";filename="x.html`,
    ]) {
      const sent = await registrar.request(
        `/api/uploads?purpose=people.import&name=${encodeURIComponent(name)}`,
        {
          method: "POST",
          body: "number,name\n1,x\n",
          headers: { origin: registrar.origin, "content-type": "text/csv" },
        },
      );
      const file = (await sent.json()) as { id?: string };
      expect([name, sent.status < 500]).toEqual([name, true]);
      if (!file.id) continue;
      const { rows } = await own.database.query<{ storage_key: string }>(
        "SELECT storage_key FROM stored_file WHERE id = $1",
        [file.id],
      );
      expect(rows[0]?.storage_key).toMatch(/^[\w/-]+$/);
      expect(rows[0]?.storage_key).not.toContain("evil");
      const got = await registrar.request(`/api/files/${file.id}`);
      await got.arrayBuffer();
      expect(got.headers.get("set-cookie") ?? "").not.toContain("x=1");
      expect(got.headers.get("content-disposition")).toMatch(
        /^attachment; filename="[\w. -]*"; filename\*=UTF-8''[^"\r\n/\\]*$/,
      );
      expect(got.headers.get("x-content-type-options")).toBe("nosniff");
    }
    expect(existsSync("/tmp/naga-evil.csv")).toBe(false);
  });

  test("no action takes a list, an object or a number for a text, nor falls over any of them", async ({
    own,
  }) => {
    const keys = new Map(findActions().map(({ file, exported, key }) => [`${file}#${exported}`, key]));
    const logged = errorsIn(own.web.log()).length;
    const before = await fingerprint(own.database);
    const wrong: string[] = [];
    for (const action of readBuiltActions()) {
      const key = keys.get(`${action.file}#${action.exported}`) ?? "";
      const row = ACTIONS[key];
      if (!row || row.ownTest) continue;
      const role = Array.isArray(row.who) ? row.who[0] : "registrar";
      const visitor = await own.as(role);
      const pattern = action.pages.find((page) => PAGES[page]) ?? "/";
      const at = PAGES[pattern]?.at ?? pattern;
      const path = typeof at === "function" ? at(own.world) : at;
      const input = (row.input?.(own.world) ?? {}) as Record<string, unknown>;
      const closed = Object.keys(input).filter((field) => !row.open?.includes(field));
      const twisted = closed.flatMap((field) =>
        [[], ["a", "b"], {}, { $ne: 1 }, { toString: "x" }, [[["deep"]]], "\u0000", 1.5e300].map((value) => ({
          ...input,
          [field]: value,
        })),
      );
      const whole: unknown[] = [
        null,
        [],
        "text",
        7,
        [input],
        JSON.parse(`{"__proto__": {"role": "admin"}, "constructor": 1}`),
        { ...input, extra: "field" },
      ];
      for (const given of [...twisted, ...whole]) {
        const answer = await visitor.act(path, action.id, given);
        if (!/^(invalid|not_found|conflict|refused|forbidden)$/.test(answer))
          wrong.push(`${key} ${JSON.stringify(given).slice(0, 200)}: ${answer}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await fingerprint(own.database)).toEqual(before);
    expect(errorsIn(own.web.log()).slice(logged)).toEqual([]);
  });

  test("the sign-in form reads whatever is typed into it", async ({ own }) => {
    const logged = errorsIn(own.web.log()).length;
    for (const typed of ["a\u0000b", "\ud800", "x".repeat(5000), "' OR 1=1 --", "a@b\r\nc: d", "\u202e"]) {
      const guest = new Visitor(own.web.url);
      const answer = await guest.submit("/sign-in", 'name="password"', { email: typed, password: typed });
      expect([typed.slice(0, 20), answer.status]).toEqual([typed.slice(0, 20), 200]);
      expect(await answer.text()).toMatch(/do not fit together/);
    }
    expect(errorsIn(own.web.log()).slice(logged)).toEqual([]);
  });
});
