import { expect, test } from "@playwright/test";
import { signInAs } from "../sign-in-as";

test("offline: a page that says so, and nothing personal is kept on the device", async ({
  page,
  context,
}) => {
  await signInAs(page, "student");
  // The frame registers the worker after idle; the test does not wait for that.
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/sw.js", { scope: "/" });
    await navigator.serviceWorker.ready;
  });
  await page.goto("/my");
  await page.goto("/my/timetable");
  await page.waitForLoadState("networkidle");

  const kept = await page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(caches_.map((cache) => cache.keys()))).flat();
    return requests.map((request) => new URL(request.url).pathname);
  });
  expect(kept).toContain("/offline.html");
  const allowed = /^(\/_next\/static\/|\/offline\.(html|css)$|\/icons\/icon-192\.png$)/;
  expect(kept.filter((path) => !allowed.test(path))).toEqual([]);

  // Again where the first came before the page was listening, on a busy machine.
  await expect(async () => {
    await context.setOffline(false);
    await context.setOffline(true);
    await expect(page.getByText("No connection.").first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.goto("/my");
  await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "ដាច់អ៊ីនធឺណិត" })).toBeVisible();
  await context.setOffline(false);
});
