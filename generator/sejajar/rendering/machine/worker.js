/*
 * A service worker: what was read can be read again without a network. The line above this one is the build's: SITE.
 *
 * The network comes first, for every request, so that a reader who is online never gets a text that has been corrected
 * or retracted since. Search, feeds, other people's servers, forms and parts of files are none of its business.
 */
"use strict"
const HOME = new URL(registration.scope)
/* Other sites may stand on the same origin, each with caches of its own. */
const PREFIX = `sejajar ${HOME.pathname} `
const SHELL = `${PREFIX}shell ${SITE.version}`
const [READ, KEPT, DOORS, PICTURES, STATE] = ["read", "kept", "doors", "pictures", "state"].map(name => PREFIX + name)
const MOST_READ = 30
const MOST_PICTURES = 120
const PATIENCE = 6000
const HOUR = 3600000
const ARTICLE = /<div class="sj-article"([^>]*)>/
const DOOR_ADDRESSES = new Set(SITE.doors.map(path => new URL(path, HOME).href))

const at = path => new URL(path, HOME).href
const plain = address => { const url = new URL(address, HOME); url.search = url.hash = ""; return url.href }
const below = address => address.startsWith(HOME.href) ? address.slice(HOME.href.length) : null
const editionOf = address => below(address)?.startsWith(SITE.roots.en) ? "en" : below(address)?.startsWith(SITE.roots.id) ? "id" : null
const escaped = text => text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`)
const written = text => text.replace(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, code, name) => code ? String.fromCodePoint(code) : { amp: "&", lt: "<", gt: ">", quot: '"' }[name])

/* Installing and taking over. Nobody is served from a cache while the network answers, so nobody need wait for it. */

addEventListener("install", event => event.waitUntil(precache().then(() => skipWaiting())))
addEventListener("activate", event => event.waitUntil(takeOver()))

async function precache() {
  const cache = await caches.open(SHELL)
  await Promise.all(Object.entries(SITE.shell).map(async ([path, hash]) => {
    let response = await fetch(at(path))
    if (await hashOf(response) !== hash) response = await fetch(at(path), { cache: "reload" }) // a copy of the last build
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    await cache.put(at(path), response)
  }))
}

async function hashOf(response) {
  const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer())
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, "0")).join("")
}

async function takeOver() {
  const ours = [SHELL, READ, KEPT, DOORS, PICTURES, STATE]
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && !ours.includes(name)) await caches.delete(name)
  }
  await clients.claim()
}

/* Requests */

addEventListener("fetch", event => {
  const { request } = event
  const address = plain(request.url)
  const path = below(address)
  if (request.method !== "GET" || path === null || path.startsWith("pagefind/") || request.headers.has("range")) return
  if (request.cache === "only-if-cached" && request.mode !== "same-origin") return
  if (request.mode === "navigate" || (request.destination === "" && /(^|\/|\.html)$/.test(path))) event.respondWith(page(event, address))
  else if (request.destination === "image" && path.startsWith("media/")) event.respondWith(picture(event, address))
  else if (path in SITE.shell || /^assets\/.*\.(css|js|woff2)$/.test(path)) event.respondWith(part(event, path))
})

const LATE = Symbol("late")
const FAILED = Symbol("failed")
const late = () => new Promise(resolve => setTimeout(resolve, PATIENCE, LATE))
let wasOffline = false

/** Asks the host whether it has something newer, also of what the browser itself has kept for some minutes. */
async function network({ request }) {
  const { headers, redirect } = request
  return fetch(request.url, { headers, redirect, cache: "no-cache", credentials: "same-origin", mode: "same-origin" })
}

async function answered(event) {
  const response = await network(event)
  event.waitUntil(check(wasOffline))
  wasOffline = false
  return response
}

async function page(event, address) {
  const fetched = answered(event).then(response => {
    const known = response.type === "basic" && !response.redirected ? learn(address, response.clone()) : null
    event.waitUntil(Promise.resolve(known))
    return { response, known }
  })
  fetched.catch(() => {})
  const first = await Promise.race([fetched.catch(() => FAILED), late()])
  if (first !== LATE && first !== FAILED && first.response.status < 500) return first.response
  wasOffline = wasOffline || first === FAILED
  const copy = await copyOf(address)
  if (!copy) return first === FAILED ? unread(address) : fetched.then(({ response }) => response, () => unread(address))
  if (first === LATE) event.waitUntil(fetched.then(({ known }) => known).then(told => told === "gone" && reload(event), () => {}))
  return asCopy(copy, address)
}

/** A page was shown from its copy since the network was slow; now it turns out to have been taken back. */
async function reload(event) {
  const client = await clients.get(event.resultingClientId || event.clientId)
  client?.postMessage({ gone: true })
}

async function picture(event, address) {
  const cache = await caches.open(PICTURES)
  try {
    const response = await fetch(event.request)
    if (response.ok && response.type === "basic" && response.status !== 206) {
      const copy = response.clone()
      event.waitUntil(keepPicture(address, copy))
    }
    return response
  } catch (error) {
    const copy = await cache.match(address)
    if (copy) return copy
    throw error
  }
}

async function part(event, path) {
  const fetched = fetch(event.request)
  fetched.catch(() => {})
  const first = await Promise.race([fetched.catch(() => FAILED), late()])
  if (first !== LATE && first !== FAILED && first.status < 500) return first
  return await shellPart(path) || fetched
}

/** A page that was kept before an upgrade names a file of its time: `main.0a1b2c3d.min.css`. */
async function shellPart(path) {
  const cache = await caches.open(SHELL)
  const unhashed = name => name.replace(/\.[0-9a-f]{8}\./, ".")
  const name = path in SITE.shell ? path : Object.keys(SITE.shell).find(one => unhashed(one) === unhashed(path))
  return name && cache.match(at(name))
}

/* What is kept */

/** "kept", "gone" or, of what is no article, nothing. */
async function learn(address, response) {
  if (response.status === 404 || response.status === 410) return forget(address)
  if (!response.ok || !/text\/html/.test(response.headers.get("content-type"))) return
  const html = await response.text()
  if (DOOR_ADDRESSES.has(address)) return put(DOORS, address, html, response)
  const article = html.match(ARTICLE)
  if (!article || /data-status="(retracted|draft)"/.test(article[1])) return forget(address)
  const before = await (await caches.open(KEPT)).match(address)
  const stored = await put(before ? KEPT : READ, address, html, response, before?.headers.get("sejajar-month"))
  if (!before) await trim(READ, MOST_READ)
  return stored && "kept"
}

async function put(name, address, html, response, month = null) {
  const headers = new Headers(response.headers)
  for (const one of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(one)
  const title = html.match(/<h1[^>]*>(.*?)<\/h1>/s)?.[1] ?? html.match(/<title>(.*?)<\/title>/s)?.[1] ?? address
  headers.set("sejajar-title", encodeURIComponent(written(title.replace(/<a class="headerlink".*?<\/a>|<[^>]*>/gs, "")).trim()))
  headers.set("sejajar-at", String(Date.now()))
  if (month) headers.set("sejajar-month", month)
  return stored(name, address, () => new Response(html, { status: 200, headers }))
}

/** False where the disk is full, even without the oldest half of what was read. */
async function stored(name, address, make) {
  const cache = await caches.open(name)
  for (const again of [true, false]) {
    try {
      await cache.put(address, make())
      return true
    } catch {
      if (again) {
        await trim(READ, MOST_READ / 2)
        await caches.delete(PICTURES)
      }
    }
  }
  return false
}

async function entries(name) {
  const cache = await caches.open(name)
  const found = await Promise.all((await cache.keys()).map(async ({ url }) => {
    const headers = (await cache.match(url))?.headers
    return headers && { url, at: Number(headers.get("sejajar-at")), month: headers.get("sejajar-month"), title: decodeURIComponent(headers.get("sejajar-title") ?? "") }
  }))
  return found.filter(Boolean).sort((one, other) => other.at - one.at)
}

async function trim(name, most) {
  const cache = await caches.open(name)
  for (const { url } of (await entries(name)).slice(most)) await cache.delete(url)
}

/** With its pictures, which lie in a folder of its name. */
async function forget(address) {
  const found = await Promise.all([READ, KEPT, DOORS].map(async name => (await caches.open(name)).delete(address)))
  if (!found.some(Boolean)) return "gone"
  const slug = address.split("/").filter(Boolean).pop().replace(/\.html$/, "")
  const pictures = await caches.open(PICTURES)
  for (const { url } of await pictures.keys()) if (url.startsWith(at(`media/${slug}/`))) await pictures.delete(url)
  return "gone"
}

async function keepPicture(address, response) {
  const body = await response.blob()
  const headers = new Headers({ "content-type": response.headers.get("content-type") ?? "" })
  await stored(PICTURES, address, () => new Response(body, { headers }))
  const cache = await caches.open(PICTURES)
  const keys = await cache.keys()
  for (const { url } of keys.slice(0, Math.max(0, keys.length - MOST_PICTURES))) await cache.delete(url)
}

async function copyOf(address) {
  for (const name of [KEPT, READ, DOORS]) {
    const found = await (await caches.open(name)).match(address)
    if (found) return found
  }
}

/* Once the network is there again: what was retracted goes, also where nobody visits it, and copies become new. */

let checked = 0

async function check(atOnce = false) {
  if (!atOnce && Date.now() - checked < HOUR / 6) return
  checked = Date.now()
  try {
    const response = await fetch(at(SITE.retracted), { cache: "no-store" })
    if (!response.ok) return
    const list = await response.text()
    for (const path of JSON.parse(list).retracted) await forget(at(path))
    const cache = await caches.open(STATE)
    const before = await cache.match(HOME.href)
    const isNew = before && before.headers.get("sejajar-list") !== await hashOf(new Response(list))
    if (isNew) await caches.delete(DOORS) // they name what was retracted
    if (isNew || !before || Date.now() - Number(before.headers.get("sejajar-at")) > HOUR) {
      const headers = { "sejajar-list": await hashOf(new Response(list)), "sejajar-at": String(Date.now()) }
      if (!before || await refresh()) await cache.put(HOME.href, new Response("", { headers }))
    }
  } catch {} // offline again
}

/** True if all of it went well. */
async function refresh() {
  for (const name of [READ, KEPT]) {
    const cache = await caches.open(name)
    for (const { url } of await cache.keys()) {
      const before = await cache.match(url)
      const response = await fetch(url, { cache: "no-cache", redirect: "manual" })
      if (response.status === 404 || response.status === 410 || response.type === "opaqueredirect") await forget(url)
      if (!response.ok || !before) continue
      const html = await response.text()
      const article = html.match(ARTICLE)
      if (!article || /data-status=/.test(article[1])) await forget(url)
      else if (html !== await before.clone().text()) await put(name, url, html, response, before.headers.get("sejajar-month"))
    }
  }
  return true
}

/* What a reader sees */

const html = (text, status, headers = {}) => new Response(text, { status, headers: { "content-type": "text/html; charset=utf-8", ...headers } })

async function asCopy(copy, address) {
  const edition = editionOf(address) ?? "id"
  const day = new Intl.DateTimeFormat(edition === "id" ? "id" : "en-GB", { dateStyle: "long", timeStyle: "short" }).format(Number(copy.headers.get("sejajar-at")))
  const note = `<p class="sj-saved" role="status" lang="${edition}">${escaped(SITE.words[edition].copy.replace("{moment}", day))}</p>`
  const text = await copy.text()
  const place = text.match(/<article class="md-content__inner[^>]*>/) ?? text.match(/<body[^>]*>/)
  const end = place ? place.index + place[0].length : 0
  return new Response(text.slice(0, end) + note + text.slice(end), { status: 200, headers: copy.headers })
}

/** A page that is not kept: says so, in the edition's language, and lists what is. */
async function unread(address) {
  const edition = editionOf(address) ?? (navigator.language.startsWith("en") ? "en" : "id")
  const pages = new Map([...await entries(KEPT), ...await entries(READ)].map(one => [one.url, one]))
  const own = [...pages.values()].sort((one, other) => (editionOf(other.url) === edition) - (editionOf(one.url) === edition) || other.at - one.at)
  const items = own.map(({ url, title }) => `<li><a href="${escaped(url)}" lang="${editionOf(url)}" hreflang="${editionOf(url)}">${escaped(title)}</a></li>`)
  const words = SITE.words[edition]
  const list = items.length ? `<h2>${escaped(words.kept)}</h2><ul>${items.join("")}</ul>` : `<p>${escaped(words.nothing)}</p>`
  const copy = await (await caches.open(SHELL)).match(at(SITE.offline[edition]))
  return html((await copy.text()).replace("<!-- kept -->", () => list), 503)
}

/* What a page asks for */

addEventListener("message", event => {
  const { read, keep, drop, asks, online } = event.data
  const answer = told => event.ports[0]?.postMessage(told)
  if (read) event.waitUntil(readNow(read))
  if (online) event.waitUntil(check(true))
  if (keep) event.waitUntil(keepMonth(keep, answer))
  if (drop) event.waitUntil(dropMonth(drop).then(answer))
  if (asks) event.waitUntil(countOf(asks).then(answer))
})

/** The page that was read before there was a worker. */
async function readNow({ address, pictures }) {
  await take(plain(address), pictures)
  await check()
}

async function take(address, pictures) {
  const response = await fetch(address)
  const found = response.redirected ? null : await learn(address, response)
  if (found === "kept") await Promise.all(pictures.filter(one => below(one)?.startsWith("media/")).map(takePicture))
  return found
}

async function takePicture(address) {
  try {
    const response = await fetch(plain(address))
    if (response.ok) await keepPicture(plain(address), response)
  } catch {} // the text is there without it
}

const countOf = async month => ({ kept: (await entries(KEPT)).filter(one => one.month === month).length })

async function keepMonth({ month, pages }, answer) {
  let done = 0
  const left = pages.map(plain).filter(address => below(address) !== null)
  const work = async () => {
    for (let address; (address = left.shift());) {
      const response = await fetch(address, { cache: "no-cache" })
      if (!response.ok || response.redirected) continue
      const html = await response.text()
      const article = html.match(ARTICLE)
      if (!article || /data-status=/.test(article[1])) continue
      if (!await put(KEPT, address, html, response, month)) throw new Error("full")
      await (await caches.open(READ)).delete(address)
      const pictures = [...html.matchAll(/<img [^>]*src="([^"]+)"/g)].map(([, src]) => new URL(written(src), address).href)
      await Promise.all(pictures.filter(one => below(one)?.startsWith("media/")).map(takePicture))
      answer({ done: ++done, total: pages.length })
    }
  }
  try {
    await Promise.all([work(), work(), work(), work()])
    answer(await countOf(month))
  } catch (error) {
    left.length = 0
    answer({ ...await countOf(month), failed: error.message === "full" ? "full" : "network" })
  }
}

async function dropMonth(month) {
  const cache = await caches.open(KEPT)
  for (const one of await entries(KEPT)) if (one.month === month) await cache.delete(one.url)
  return { kept: 0 }
}
