/*
 * Reading without a network is off on this site. Where it was on, a browser finds this in the worker's place: it takes
 * away what was kept, and itself.
 */
"use strict"
const PREFIX = `sejajar ${new URL(registration.scope).pathname} `
addEventListener("install", () => skipWaiting())
addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name)
  await registration.unregister()
})()))
