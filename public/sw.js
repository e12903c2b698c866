/*
 * The service worker of Naga SIS. It keeps two things: the page for being offline, and static files whose names carry
 * their content's hash. It never stores a page or an answer of the server, so nothing personal stays on the device.
 */
const SHELL = "naga-shell-v1";
const STATIC = "naga-static-v1";
const OFFLINE = "/offline.html";
const STATIC_MAX = 200;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll([OFFLINE, "/offline.css", "/icons/icon-192.png"]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => ![SHELL, STATIC].includes(name)).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

/** Files of old builds go first: the cache lists its entries in the order in which they came. */
async function trim(cache) {
  const requests = await cache.keys();
  await Promise.all(requests.slice(0, Math.max(0, requests.length - STATIC_MAX)).map((request) => cache.delete(request)));
}

async function fromStatic(request) {
  const cache = await caches.open(STATIC);
  const hit = await cache.match(request);
  if (hit) return hit;
  const response = await fetch(request);
  if (response.ok && response.type === "basic") {
    await cache.put(request, response.clone());
    await trim(cache);
  }
  return response;
}

async function pageOrOffline(request) {
  try {
    return await fetch(request);
  } catch {
    const offline = await caches.match(OFFLINE);
    return offline ?? Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(pageOrOffline(request));
  else if (url.pathname === "/offline.css" || url.pathname === "/icons/icon-192.png") {
    event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
  } else if (url.pathname.startsWith("/_next/static/")) event.respondWith(fromStatic(request));
});
