/**
 * Opens the application without signal. It keeps files of the build and the shell, which hold nobody's
 * data, and nothing else: what belongs to a person lies sealed in the device's own store, and every
 * answer of the server goes past this file untouched.
 */

const version = new URL(self.location.href).searchParams.get("v") ?? "0";
const CACHE = `lokus-app-${version}`;
const SHELLS = ["/field/id", "/field/en"];
/** A pack lies on this device: components/field/pack.ts says so. */
const READY = "/field/ready";
/** How long the server may take before a page that the device has itself is shown, in milliseconds. */
const PATIENCE = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil(precache());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith("lokus-app-") && name !== CACHE) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "activate") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/_next/static/")) event.respondWith(fromBuild(request));
  else if (request.mode === "navigate" && isField(url.pathname)) event.respondWith(page(request));
});

/** Pages that the shell can stand in for. */
function isField(path) {
  return path === "/" || /^\/(tasks|innovations|visit)(\/|$)/.test(path) || SHELLS.includes(path);
}

async function fromBuild(request) {
  return (await caches.match(request.url)) ?? fetch(request);
}

async function page(request) {
  const answer = fetch(request);
  // Shown from the device meanwhile, nobody waits for it any more.
  answer.catch(() => undefined);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, "late"));
  try {
    const first = await Promise.race([answer, late]);
    if (first !== "late") {
      // A server in trouble is no reason to show nothing.
      if (first.status < 500) return first;
      return (await shell(request)) ?? first;
    }
    const ready = await caches.match(READY);
    return (ready && (await shell(request))) ?? (await answer);
  } catch (error) {
    const found = await shell(request);
    if (found) return found;
    throw error;
  }
}

/** The shell, in the language in which the pack was fetched. */
async function shell(request) {
  const { pathname } = new URL(request.url);
  if (SHELLS.includes(pathname)) return caches.match(pathname);
  const language = await (await caches.match(READY))?.text();
  return caches.match(language === "en" ? "/field/en" : "/field/id");
}

async function precache() {
  const cache = await caches.open(CACHE);
  const files = new Set();
  for (const shell of SHELLS) {
    // Without cookies: what is kept is nobody's.
    const response = await fetch(shell, { credentials: "omit", cache: "reload" });
    if (!response.ok) throw new Error(`${shell}: ${response.status}`);
    for (const file of filesIn(await response.clone().text())) files.add(file);
    await cache.put(shell, response);
  }
  await keep(cache, [...files]);
}

/** Keeps files of the build, and what these load themselves: later parts of a form, fonts of a style. */
async function keep(cache, files, kept = new Set()) {
  await Promise.all(
    files.map(async (file) => {
      if (kept.has(file)) return;
      kept.add(file);
      // Files of the build carry their content in their name: an older version's are as good.
      const response = (await caches.match(file)) ?? (await fetch(file, { credentials: "omit" }));
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      const named = /\.(js|css)$/.test(file) ? filesIn(await response.clone().text(), file) : [];
      await cache.put(file, response);
      await keep(cache, named, kept);
    }),
  );
}

/** Files of the build that a page, a script or a style sheet names. */
function filesIn(text, from) {
  const found = new Set();
  for (const [, file] of text.matchAll(/(\/_next\/static\/[\w./~%-]+\.(?:js|css|woff2))/g)) {
    found.add(file);
  }
  // Scripts name what they load later without the folder in front.
  for (const [, file] of text.matchAll(/"(static\/chunks\/[\w.~%-]+\.(?:js|css))"/g)) {
    found.add(`/_next/${file}`);
  }
  if (from?.endsWith(".css")) {
    for (const [, file] of text.matchAll(/url\(["']?(\.\.?\/[^"')]+)["']?\)/g)) {
      found.add(new URL(file, new URL(from, self.location.origin)).pathname);
    }
  }
  return [...found];
}
