/* What is said of an Indonesian word: its root, the site's other articles that have it, and the way to the dictionary. */
import { index, words } from "./sejajar-index.js"
import { fold, roots } from "./sejajar-kin.js"

const MOST = 5 // articles
const CHANCE = 24 // pages read in vain before the rest is taken for chance too

const said = () => JSON.parse(document.querySelector("[data-sj-views]").dataset.sjWords).word
const own = () => document.querySelector("[data-sj-views]").dataset.sjEdition

function make(name, attributes, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value != null) element.setAttribute(key, value)
  element.append(...children.filter(Boolean))
  return element
}

/** The index, which search has too, and the known roots: loaded when a first word is asked for. */
let loaded
const load = base => (loaded ??= read(base).catch(error => {
  loaded = null // the next word tries again
  throw error
}))

async function read(base) {
  const [found, known] = await Promise.all([index("id", base), words("id", base, "roots.txt")])
  return { ...found, known: new Set(known.split(/\s+/)) }
}

/** The roots that a word may have, of those that are known; a root that is made of another is none. */
export function stems(word, known) {
  const found = new Set(word.split("-").flatMap(part => [...roots(fold(part))]).filter(root => known.has(root)))
  const isMade = root => [...roots(root)].some(other => other !== root && found.has(other))
  return [...found].filter(root => !isMade(root)).slice(0, 2)
}

const bare = word => (word?.match(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/u)?.[0] ?? "").toLowerCase()

/** Pages in which a form of the word stands, best first, but for the one that is open. */
async function* pages({ pagefind, kin, related }, word, isOpen) {
  const wanted = [word, ...kin(fold(word))]
  const runs = (await Promise.all(wanted.map(one => pagefind.search(one)))).flatMap(({ results }) => results)
  runs.sort((a, b) => b.score - a.score)
  const seen = new Set()
  let chance = 0
  for (const run of runs) {
    if (seen.has(run.id) || chance === CHANCE) continue
    const page = await run.data()
    const text = page.raw_content.split(/\s+/)
    const fits = ({ location }) => wanted.some(one => related(one, bare(text[location])))
    if (page.meta.kind || isOpen(page.raw_url) || !page.weighted_locations.some(fits)) {
      chance += 1
      continue
    }
    seen.add(run.id)
    yield page
  }
}

/** From an address of the Indonesian edition to the edition that is read: the two differ in one folder. */
function addresses(base) {
  const link = document.querySelector("[data-sj-counterpart]")
  const here = location.pathname.split("/")
  const there = (link ? new URL(link.dataset.sjCounterpart, location).pathname : location.pathname).split("/")
  const at = here.findIndex((part, place) => part !== there[place])
  return url => {
    const address = new URL(url.replace(/^\//, ""), base)
    const parts = address.pathname.split("/")
    if (own() === "en" && here.length === there.length && parts[at] === there[at]) parts[at] = here[at]
    address.pathname = parts.join("/")
    return address
  }
}

async function articles(word, base, known) {
  const address = addresses(base)
  const items = []
  for await (const { raw_url: url, meta } of pages(known, word, url => address(url).pathname === location.pathname)) {
    const lang = own() === "en" && meta.alt ? "en" : "id"
    items.push(make("li", {}, make("a", { href: address(url).href, lang }, lang === "en" ? meta.alt : meta.title)))
    if (items.length === MOST) break
  }
  return items
}

/* The card: by keyboard it has the focus, and its arrows go to the words beside. */

let box
let shown = null
let before = null

export function hide() {
  if (!shown) return
  shown = null
  const had = box.contains(document.activeElement)
  box.hidePopover()
  if (had) before?.focus({ preventScroll: true })
}

function place(range) {
  const at = range.getClientRects()[0]
  const room = document.documentElement.clientWidth - box.offsetWidth - 8
  const below = at.bottom + 8
  const top = below + box.offsetHeight > innerHeight && at.top > box.offsetHeight ? at.top - box.offsetHeight - 8 : below
  box.style.left = `${scrollX + Math.max(8, Math.min(at.left, room))}px`
  box.style.top = `${scrollY + top}px`
}

export function show(all, at, { base, byKey }) {
  const range = all[at]
  const word = String(range).toLowerCase()
  const say = said()
  if (shown?.word === word && shown.range.compareBoundaryPoints(0, range) === 0 && !byKey) return
  if (!box?.isConnected) {
    box = make("div", { class: "sj-word", popover: "manual", role: "dialog", tabindex: "-1" })
    document.querySelector(".md-content").append(box)
  }
  const current = (shown = { all, at, base, range, word })
  const root = make("p", { class: "sj-word__root" })
  const list = make("ul", {})
  const status = make("p", { role: "status" }, say.wait)
  const dictionary = say.address.replace("{word}", () => encodeURIComponent(word))
  const close = make("button", { type: "button", "aria-label": say.close, title: say.close }, "×")
  close.addEventListener("click", hide)
  box.setAttribute("aria-label", `${say.label}: ${word}`)
  box.replaceChildren(
    make("p", { class: "sj-word__head" }, make("strong", { lang: "id" }, word), close),
    root, status, list,
    make("p", {}, make("a", { href: dictionary, target: "_blank", rel: "noopener noreferrer" }, say.dictionary)),
  )
  box.showPopover()
  place(range)
  if (byKey) {
    if (!box.contains(document.activeElement)) before = document.activeElement
    getSelection().removeAllRanges()
    getSelection().addRange(range)
    box.focus({ preventScroll: true })
  }
  tell(current, root, status, list, say)
}

async function tell(current, root, status, list, say) {
  const isCurrent = () => shown === current
  try {
    const found = await load(current.base)
    if (!isCurrent()) return
    const own = stems(current.word, found.known)
    if (own.length) root.append(`${say.root}: `, make("b", { lang: "id" }, own.join(", ")))
    place(current.range)
    const items = await articles(current.word, current.base, found)
    if (!isCurrent()) return
    status.textContent = items.length ? say.articles : say.none
    list.append(...items)
  } catch {
    if (isCurrent()) status.textContent = say.failed
  }
  if (isCurrent()) place(current.range)
}

document.addEventListener("keydown", event => {
  if (!shown) return
  if (event.key === "Escape") return hide()
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  const next = step && box.contains(event.target) ? shown.all[shown.at + step] : null
  if (!next) return
  event.preventDefault()
  show(shown.all, shown.at + step, { base: shown.base, byKey: true })
})
document.addEventListener("pointerdown", event => { if (!box?.contains(event.target)) hide() }, true)
if (typeof document$ !== "undefined") document$.subscribe(hide) // another page has come
