/** Who else is here, and what they have changed: the page gives a sign of life, and hears of both. */
import { get, post } from "./net.js"
import { article, at, pairs } from "./pairs.js"
import { make, say, tell } from "./words.js"

const often = Number(document.body.dataset.often) // milliseconds
const tab = Math.random().toString(36).slice(2)
let revision = document.body.dataset.revision
let pair = ""
let listener

export function moved(id) {
  pair = id
}

/**
 * `changed(told)` shows pairs that are others by now, and is false where the article itself is another; `typing()`
 * says whether a reload would lose words, `sent()` counts what was sent and is null while something is on its way.
 */
export function begin(found) {
  listener = found
  beat()
  setInterval(() => { if (!document.hidden) beat() }, often)
  document.addEventListener("visibilitychange", () => { if (!document.hidden) beat() })
  addEventListener("pagehide", () => post("/here", { article, tab, leaves: true }, { keepalive: true }).catch(() => {}))
}

export async function beat() {
  let told
  try {
    told = await post("/here", { article, pair, tab })
  } catch {
    return
  }
  showOthers(told.others)
  if (told.restored) {
    tell(say("Decisions saved again, since another program had saved an older file: {0}", told.restored))
  }
  if (told.fill) showFill(told.fill)
  if (told.revision && told.revision !== revision) await renew()
}

/** What others have changed; what this page has just sent is none of theirs, and comes with its own answer. */
async function renew() {
  const before = listener.sent()
  if (before === null) return
  const told = await get(at("pairs")).catch(() => null)
  if (!told || listener.sent() !== before) return // the next sign of life asks again
  revision = told.revision
  if (listener.changed(told) || document.getElementById("anew")) return
  if (!listener.typing()) {
    location.reload()
    return
  }
  const link = make("a", { href: location.href, id: "anew" }, say("The article itself has changed. Load it anew"))
  document.getElementById("main").prepend(make("p", { class: "desk-notice", role: "alert" }, link))
}

let filling = ""

/** How far the machine is that fills the article; and how it ended. */
export function showFill({ running, said, problems }) {
  if (!running && !filling) return // it ended before this page was loaded
  const notice = document.getElementById("filling")
  if (said !== filling) {
    notice.replaceChildren(said, ...problems.map(one => make("p", {}, one)))
    notice.hidden = false
  }
  filling = running ? said : ""
  document.getElementById("fill")?.toggleAttribute("hidden", true)
}

function showOthers(others) {
  const notice = document.getElementById("others")
  const names = [...new Set(others.map(one => one.name))]
  notice.textContent = names.length ? say("here now: {0}", names.join(", ")) : ""
  notice.hidden = !names.length
  for (const one of pairs) one.withOthers(others.filter(other => other.pair === one.id).map(other => other.name))
}
