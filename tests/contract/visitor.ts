import { readFileSync } from "node:fs";

/** A browser without a browser: cookies, forms, server actions. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  /** `publicUrl`: the address that people type, where a proxy stands in front of the web process. */
  constructor(
    private readonly baseUrl: string,
    private readonly publicUrl?: string,
  ) {}

  get origin(): string {
    return new URL(this.publicUrl ?? this.baseUrl).origin;
  }

  /** Where the web process itself listens. */
  get port(): number {
    return Number(new URL(this.baseUrl).port);
  }

  /** The value of a cookie. */
  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** Puts a cookie into the browser, as somebody else could. */
  plant(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  /** Another browser with the same cookies, as a thief would have it. */
  copy(): Visitor {
    const thief = new Visitor(this.baseUrl, this.publicUrl);
    for (const [name, value] of this.cookies) thief.cookies.set(name, value);
    return thief;
  }

  /** The cookies as the header that a machine of its own sends, such as one that measures. */
  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** One request with the visitor's cookies; redirects are answers, not followed. */
  async request(
    path: string,
    init: { method?: string; headers?: Record<string, string>; body?: BodyInit } = {},
  ) {
    const cookie = this.cookieHeader;
    const response = await fetch(new URL(path, this.baseUrl), {
      redirect: "manual",
      ...init,
      headers: { ...(cookie ? { cookie } : {}), ...this.proxied(), ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const name = pair.slice(0, pair.indexOf("="));
      const value = pair.slice(name.length + 1);
      if (value === "" || /max-age=0\b/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  private proxied(): Record<string, string> {
    return this.publicUrl ? { "x-forwarded-host": new URL(this.publicUrl).host } : {};
  }

  /** Status of a GET; the body is read to its end, so that everything behind it has run. */
  async status(path: string, method = "GET"): Promise<number> {
    const response = await this.request(path, {
      method,
      ...(method === "GET"
        ? {}
        : { body: "{}", headers: { origin: this.origin, "content-type": "application/json" } }),
    });
    await response.arrayBuffer();
    return response.status;
  }

  /** Sends the first form of a page that contains `mark`, as a browser without JavaScript does. */
  async submit(
    path: string,
    mark: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) {
    return this.send(path, await this.formOf(path, mark), fields, headers);
  }

  /** The first form of a page that contains `mark`, to be sent later. */
  async formOf(path: string, mark: string): Promise<string> {
    const html = await (await this.request(path)).text();
    const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)]
      .map(([text]) => text)
      .find((text) => text.includes(mark));
    if (!form) throw new Error(`no form with ${mark} on ${path}`);
    return form;
  }

  /** Sends a form as it stood on a page, with these fields filled in. */
  send(path: string, form: string, fields: Record<string, string>, headers: Record<string, string>) {
    const body = new FormData();
    for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      const name = input.match(/name="([^"]*)"/)?.[1];
      const value = input.match(/value="([^"]*)"/)?.[1] ?? "";
      if (name) body.append(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
    }
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.request(path, { method: "POST", body, headers: { origin: this.origin, ...headers } });
  }

  /**
   * Sends the form of one page to another address, with this browser's cookies: who is signed in is not shown the form
   * of the sign-in page, and can be made to send it all the same.
   */
  async sendFormOf(other: Visitor, path: string, mark: string, fields: Record<string, string>) {
    return this.send(path, await other.formOf(path, mark), fields, {});
  }

  /** Signs in as an invented person of the demo campus. */
  async signInAs(email: string): Promise<void> {
    const response = await this.submit("/sign-in", "@demo.naga.example", { email });
    if (response.status !== 303) throw new Error(`${email} could not sign in: ${response.status}`);
  }

  /** Calls a server action as the page at `path` does; gives the kind of its error, "ok", or the status. */
  async act(path: string, id: string, input: unknown, headers: Record<string, string> = {}): Promise<string> {
    const response = await this.request(path, {
      method: "POST",
      body: JSON.stringify([input]),
      headers: {
        accept: "text/x-component",
        "content-type": "text/plain;charset=UTF-8",
        "next-action": id,
        origin: this.origin,
        ...headers,
      },
    });
    const text = await response.text();
    const result = text.split("\n").find((line) => /^\w+:\{"ok":/.test(line));
    if (!result) return `${response.status}`;
    const { ok, error } = JSON.parse(result.slice(result.indexOf(":") + 1)) as {
      ok: boolean;
      error?: { kind: string };
    };
    return ok ? "ok" : (error?.kind ?? "unknown");
  }
}

type Manifest = {
  node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;
};

export type BuiltAction = { id: string; file: string; exported: string; pages: string[] };

/** Every action of a build: its id, where it comes from, and the patterns of the pages that can send it. */
export function readBuiltActions(
  manifestFile = ".next/server/server-reference-manifest.json",
): BuiltAction[] {
  const { node } = JSON.parse(readFileSync(manifestFile, "utf8")) as Manifest;
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => ({
    id,
    file: filename,
    exported: exportedName,
    pages: Object.keys(workers)
      .filter((worker) => worker.endsWith("/page"))
      .map((worker) => {
        const parts = worker.split("/").slice(1, -1);
        return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join("/")}`;
      }),
  }));
}
