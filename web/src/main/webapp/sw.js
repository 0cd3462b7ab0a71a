// Shows a page of our own where there is no connection. Keeps nothing else: no page with answers is ever stored.

const CACHE = "enrol-offline-${resources.version}";
const PAGE = "/offline";

async function store() {
  const cache = await caches.open(CACHE);
  const page = await fetch(PAGE, {credentials: "omit", cache: "no-store"});
  const html = await page.clone().text();
  const parts = [...html.matchAll(/["'](\/jakarta\.faces\.resource\/[^"']+|\/favicon\.svg)["']/g)]
      .map(match => match[1].replaceAll("&amp;", "&"));
  await cache.addAll([...new Set(parts)]);
  await cache.put(PAGE, page);
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name !== CACHE).map(name => caches.delete(name)));
  await clients.claim();
}

async function offlinePage() {
  return await caches.match(PAGE) ?? Response.error();
}

self.addEventListener("install", event => event.waitUntil(store().then(() => self.skipWaiting())));
self.addEventListener("activate", event => event.waitUntil(forgetOlder()));
self.addEventListener("fetch", event => {
  if (event.request.mode === "navigate") {
    event.respondWith(fetch(event.request).catch(offlinePage));
  } else if (event.request.destination !== "") {
    event.respondWith(fetch(event.request).catch(async failure => {
      const kept = await caches.match(event.request);
      if (!kept) {
        throw failure;
      }
      return kept;
    }));
  }
});
