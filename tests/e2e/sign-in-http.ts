const ENTITIES: Record<string, string> = {
  "&quot;": '"',
  "&amp;": "&",
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
};

function decode(text: string): string {
  return text.replace(/&(quot|amp|#x27|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** The hidden fields of the form on a page that holds `marker`, as a browser without JavaScript would send them. */
function hiddenFields(html: string, marker: string): FormData {
  const form = html.split("<form").find((part) => part.includes(marker));
  if (!form) throw new Error(`No form with ${marker}`);
  const data = new FormData();
  for (const [tag] of form.slice(0, form.indexOf("</form>")).matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = tag.match(/name="([^"]*)"/)?.[1];
    if (name) data.append(decode(name), decode(tag.match(/value="([^"]*)"/)?.[1] ?? ""));
  }
  return data;
}

/** Signs in as an invented person over plain HTTP. @returns the Cookie header of the session */
export async function signInOverHttp(origin: string, email: string): Promise<string> {
  const page = await fetch(`${origin}/sign-in`);
  const body = hiddenFields(await page.text(), `value="${email}"`);
  body.append("email", email);
  const answer = await fetch(`${origin}/sign-in`, {
    method: "POST",
    body,
    headers: { origin },
    redirect: "manual",
  });
  const cookies = [...page.headers.getSetCookie(), ...answer.headers.getSetCookie()].map(
    (cookie) => cookie.split(";")[0] ?? "",
  );
  if (answer.status !== 303) throw new Error(`Signing in as ${email} answered ${answer.status}`);
  return [...new Map(cookies.map((cookie) => [cookie.split("=")[0], cookie])).values()].join("; ");
}
