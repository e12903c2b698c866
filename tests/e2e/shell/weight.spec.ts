import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type APIRequestContext, expect, test } from "@playwright/test";
import type { RoleName } from "@/lib/platform/access/roles";
import { signInAs } from "../sign-in-as";

/** Eager JavaScript in bytes, gzipped: own code beyond the framework, and everything together (issue 2, section 6). */
const OWN_MAX = 70_000;
const PHONE_MAX = 180_000;

const manifest = JSON.parse(readFileSync(".next/build-manifest.json", "utf8")) as { rootMainFiles: string[] };
const framework = new Set(manifest.rootMainFiles.map((file) => `/_next/${file}`));

async function weight(request: APIRequestContext, path: string): Promise<{ own: number; all: number }> {
  const html = await (await request.get(path)).text();
  // Polyfills carry noModule: browsers of this decade do not load them.
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  );
  let own = 0;
  let all = 0;
  for (const address of new Set(tags.map(([, src]) => src ?? ""))) {
    const size = gzipSync(await (await request.get(address)).body()).length;
    all += size;
    if (!framework.has(address.replace(/\?.*$/, ""))) own += size;
  }
  return { own, all };
}

const pages: [RoleName, string[]][] = [
  ["student", ["/my", "/my/timetable", "/approvals", "/account"]],
  ["teacher", ["/teach", "/teach/timetable"]],
  ["registrar", ["/home", "/students", "/students/15015/person", "/students/import", "/classes", "/enrol"]],
  ["auditor", ["/admin/audit", "/admin/access-log"]],
  [
    "admin",
    ["/approvals", "/admin/access", "/admin/settings", "/admin/jobs", "/admin/users", "/admin/sign-ins"],
  ],
];

test("the sign-in page is light", async ({ page }) => {
  const { own, all } = await weight(page.request, "/sign-in");
  expect(own).toBeGreaterThan(1000);
  expect(own).toBeLessThanOrEqual(OWN_MAX);
  expect(all).toBeLessThanOrEqual(PHONE_MAX);
});

for (const [role, paths] of pages) {
  test(`the pages of a ${role} are light`, async ({ page }) => {
    await signInAs(page, role);
    for (const path of paths) {
      const { own, all } = await weight(page.request, path);
      expect(own, `own JavaScript of ${path}`).toBeLessThanOrEqual(OWN_MAX);
      if (role === "student" || role === "teacher") {
        expect(all, `all JavaScript of ${path}`).toBeLessThanOrEqual(PHONE_MAX);
      }
    }
  });
}
