/*
 * Keeps the program itself in the browser, as WeChat keeps its package: without a network it still opens, with every
 * page. No answer of the API is kept here; the city's places are in the phone's storage (shared/city/catalogue).
 * offline.ts puts `version` and `files` before this text when the browser's build is written.
 */
/* global version, files */
const current = `fuyi-${version}`
/** ms: whoever has the program waits no longer for a newer one. */
const patience = 3000

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(current).then((cache) => cache.addAll(files)))
})

self.addEventListener('activate', (event) => {
  // Nobody works with an older program any more: this one began only when the last of its pages was closed.
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== current).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api')) return
  if (request.mode === 'navigate') event.respondWith(newestPage(request))
  else event.respondWith(keptFile(request))
})

/** The server's page if it comes soon, else the kept one; on a first visit there is none, and one waits. */
async function newestPage(request) {
  const answer = fetchAndKeep(request, '/')
  const kept = () => keptAnswer('/').then((page) => page ?? answer)
  const fresh = answer.then((response) => (response.ok ? response : kept()))
  const late = new Promise((done) => setTimeout(done, patience)).then(kept)
  return Promise.race([fresh, late]).catch(kept)
}

/** A file's name changes with its content, so what is kept is right. */
async function keptFile(request) {
  return (await keptAnswer(request)) ?? fetchAndKeep(request, request)
}

/** Undefined where nothing is kept, and where the browser no longer lets its store be read. */
function keptAnswer(key) {
  return caches.match(key).catch(() => undefined)
}

async function fetchAndKeep(request, key) {
  const response = await fetch(request)
  if (response.ok && response.type === 'basic') await keep(key, response.clone())
  return response
}

/** A full store costs the next visit its copy, never this one its answer. */
async function keep(key, response) {
  try {
    const cache = await caches.open(current)
    await cache.put(key, response)
  } catch {
    // The network served it, and will again.
  }
}
