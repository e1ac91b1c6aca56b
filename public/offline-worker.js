// Lets a round be opened and filled in where there is no connection: for its pages alone, an empty page without anybody's data.
const CACHE = 'sviato-rounds-1'
const SHELL = '/offline'

const keepShell = async () => {
  const answer = await fetch(SHELL, { cache: 'no-store' })
  if (!answer.ok) return
  const html = await answer.clone().text()
  const parts = new Set(html.match(/\/_next\/static\/[^"'\\)\s]+/g) ?? [])
  const cache = await caches.open(CACHE)
  const styles = []
  for (const part of parts) {
    if (!(await cache.match(part))) await cache.add(part)
    if (part.endsWith('.css')) styles.push(part)
  }
  await cache.put(SHELL, answer)
  const kept = new Set([SHELL, ...parts])
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url)
    if (!kept.has(pathname) && !kept.has(pathname + search)) await cache.delete(request)
  }
}

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()))
})
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
// A page that was opened with a connection brings the newest shell.
self.addEventListener('message', (event) => {
  if (event.data === 'keep') event.waitUntil(keepShell().catch(() => undefined))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const { pathname, origin } = new URL(request.url)
  if (origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(async () => (await caches.match(SHELL)) ?? Response.error()))
  } else if (pathname.startsWith('/_next/static/')) {
    event.respondWith(caches.match(request).then((known) => known ?? fetch(request)))
  }
})
