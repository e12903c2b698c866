import type { Visitor } from "@/tests/contract/visitor";
import { addresses, BROKEN, harmless, NASTY, parameterNames, probe } from "./nasty";
import { expect, test } from "./own";

test.describe("whatever is sent", () => {
  test.setTimeout(300_000);

  test("no value of any parameter reaches the database as anything but a value", async ({ own }) => {
    const people = [await own.as("registrar"), await own.as("admin"), await own.as("teacher")];
    const names = parameterNames();
    expect(names.length).toBeGreaterThan(25);
    await harmless(own, async () => {
      const faults: (string | null)[] = [];
      for (const [place, address] of addresses(own.world).entries())
        for (const [index, value] of [...NASTY.map(encodeURIComponent), ...BROKEN].entries()) {
          // Each address gets a third of them, each of them a third of the addresses.
          if ((place + index) % 3 !== 0) continue;
          // All parameters at once: each schema judges its own.
          const query = names.map((name) => `${name}=${value}`).join("&");
          const visitor = people[index % people.length] as Visitor;
          const path = `${address.split("?")[0]}?${value.length > 200 ? `q=${value}&sort=${value}` : query}`;
          faults.push(await probe(visitor, path.length > 12_000 ? path.slice(0, 12_000) : path));
        }
      return faults;
    });
  });

  test("no parameter alone, twice, or as a list or an object, breaks a list or a search", async ({ own }) => {
    const lists = ["/students", "/classes", "/change-sets", "/admin/audit", "/admin/access", "/admin/jobs"];
    const routes = ["/api/v1/people/search", "/api/v1/people/students/export", "/api/v1/registration/desk"];
    const [registrar, admin] = [await own.as("registrar"), await own.as("admin")];
    await harmless(own, async () => {
      const faults: (string | null)[] = [];
      const names = parameterNames();
      const all = (each: (name: string) => string) => `${names.map(each).join("&")}&q=sok`;
      for (const address of [...lists, ...routes]) {
        const visitor = address.startsWith("/admin") ? admin : registrar;
        const alone = names.map((name) => `${name}=${encodeURIComponent(NASTY[2] ?? "")}&q=sok`);
        for (const query of [
          ...alone,
          all((name) => `${name}=a&${name}=b`),
          all((name) => `${name}[]=a&${name}[$ne]=1&${name}[__proto__]=x`),
          all((name) => `${name}=`),
        ])
          faults.push(await probe(visitor, `${address}?${query}`));
      }
      return faults;
    });
  });

  test("no name of a parameter and no name of a column either", async ({ own }) => {
    const registrar = await own.as("registrar");
    await harmless(own, async () => {
      const faults: (string | null)[] = [];
      for (const address of [
        "/students",
        "/classes",
        "/api/v1/people/search?q=sok",
        "/api/v1/people/students/export",
      ])
        for (const value of [
          ...NASTY.filter((text) => text.length < 500).map(encodeURIComponent),
          ...BROKEN,
          "__proto__",
          "constructor",
          "toString",
        ]) {
          const join = address.includes("?") ? "&" : "?";
          faults.push(await probe(registrar, `${address}${join}${value}=1&${value}[${value}]=2`));
          faults.push(
            await probe(registrar, `${address}${join}sort=${value}&sort=-number;${value}&order=${value}`),
          );
          faults.push(await probe(registrar, `${address}${join}sort=person.${value}&sort=-password_hash`));
        }
      return faults;
    });
  });

  test("no header, cookie or path segment", async ({ own }) => {
    const registrar = await own.as("registrar");
    const session = registrar.cookie("naga.session") ?? "";
    const latin = NASTY.filter((text) => /^[\x20-\x7e]*$/.test(text));
    await harmless(own, async () => {
      const faults: (string | null)[] = [];
      for (const value of latin) {
        const names = [
          "x-forwarded-for",
          "x-real-ip",
          "user-agent",
          "referer",
          "accept-language",
          "x-request-id",
          "if-none-match",
        ];
        const headers = Object.fromEntries(
          [...names, "accept", "next-router-state-tree", "x-naga-path"].map((name) => [name, value]),
        );
        faults.push(await probe(registrar, "/students", headers));
        faults.push(
          await probe(registrar, "/account", {
            "accept-language": value,
            cookie: `naga.session=${session}; naga_locale=${encodeURIComponent(value)}; theme=${encodeURIComponent(value)}; naga.device=${encodeURIComponent(value)}`,
          }),
        );
        for (const cookie of ["naga.session", "naga.device", "next-auth.csrf-token"])
          faults.push(
            await probe(registrar, "/sign-in", { cookie: `${cookie}=${encodeURIComponent(value)}` }),
          );
        faults.push(
          await probe(registrar, "/students", {
            rsc: value,
            "next-router-prefetch": value,
            "next-url": value,
          }),
        );
      }
      for (const value of [...NASTY.filter((text) => text.length < 500).map(encodeURIComponent), ...BROKEN])
        for (const path of [
          "/students/*",
          "/students/*/record",
          "/classes/*",
          "/change-sets/*",
          "/students/import/*",
          "/api/files/*",
          "/api/v1/jobs/*",
          "/api/v1/classes/*/roster",
        ])
          faults.push(await probe(registrar, path.replace("*", value)));
      return faults;
    });
  });
});
