/** The article's page: which pair somebody is at, the keys, and each decision on its way to the desk. */
import { drop } from "./drafts.js"
import { Refused, post } from "./net.js"
import { article, at, nextWaiting, pairOf, pairs, showProgress } from "./pairs.js"
import { Panel, hasDraft, hasSourceDraft, inIndonesian } from "./panel.js"
import { beat, begin, moved, showFill } from "./presence.js"
import { say, tell } from "./words.js"

let panel = null
let busy = null // the answer that is on its way, or null
let sent = 0 // how often something was on its way, and had arrived

function select(pair, { scroll = true } = {}) {
  if (!pair || panel?.pair === pair) return
  panel?.close()
  panel = new Panel(pair, act)
  pair.handle.focus({ preventScroll: true })
  if (scroll) pair.element.scrollIntoView({ block: "center", behavior: "instant" })
  tell(pair.handle.title, { seen: false })
  moved(pair.id)
  if (hasDraft(pair)) panel.edit()
  else if (hasSourceDraft(pair)) panel.editSource(saveSource)
}

function leave() {
  panel?.close()
  panel = null
}

function move(by) {
  const at = panel ? pairs.indexOf(panel.pair) : -1
  select(pairs[Math.max(0, Math.min(pairs.length - 1, at + by))])
}

/** What the desk says of pairs, on the page; of one where words are being typed only if the answer is to its `own`. */
function take(told, own = null) {
  for (const one of told.pairs ?? []) {
    const pair = pairOf(one.id)
    if (panel?.pair !== pair) pair?.show(one)
    else if (pair === own || !panel.editor?.dirty) panel.renew(one)
  }
  showProgress()
}

function goOn(from) {
  const next = nextWaiting(from)
  if (next && next !== from) {
    select(next)
    return
  }
  leave()
  from.handle.focus()
  tell(next ? say("Only this pair waits still.") : say("Every pair of this article is signed."))
}

/** One thing at a time: what is shown may be another once the desk has answered. Null where it came to nothing. */
async function send(path, told) {
  if (busy) {
    tell(say("The desk has not answered yet to what you did before; do this again when it has."))
    return null
  }
  const pair = panel?.pair
  sent += 1
  busy = post(at(path), told).catch(error => {
    if (error instanceof Refused) refused(error, pair)
    return null
  }).finally(() => {
    busy = null
    sent += 1
  })
  return busy
}

/** Says why the desk refused what was sent for a pair, at that pair; whoever has gone on meanwhile stays where they are. */
function refused({ status, told, message }, pair) {
  const here = panel?.pair === pair
  if (here && told.why === "changed" && told.pair && pair?.id === told.pair.id) {
    panel.conflict(told.pair, message)
  } else if (here && told.why === "unanswered" && panel) {
    take({ pairs: [told.pair] }, pair)
    drop(article, panel.pair.data.anchor)
    panel.notify(message)
    panel.ask(say("Why is it right all the same?"), reason => accept(reason))
  } else if (here && told.theirs && panel?.source) {
    panel.overtaken(message, told.theirs)
  } else if (told.why === "name") {
    location.href = "/name"
  } else if (status === 401) {
    tell(say("The desk does not know this browser any more. Open the address that it has printed; what you typed is kept."))
  } else if (here) {
    tell(message || say("The desk refused this."))
    panel?.notify([message, ...(told.problems ?? [])].join(" "))
  } else {
    take({ pairs: told.pair ? [told.pair] : [] })
    tell([pairOf(told.pair?.id)?.data.number, message || say("The desk refused this.")].filter(Boolean).join(". "))
  }
}

/** The English as it is on the page, and what the desk had when it came. */
const seen = () => ({
  revision: panel.editor ? panel.editor.revision : panel.pair.data.revision,
  ...(panel.editor ? { text: panel.editor.text } : {}),
})

async function decided(told) {
  const { pair } = panel
  const shown = seen()
  const answer = await panel.whileSending(() => send(`pair/${pair.id}/decide`, { ...shown, ...told }))
  if (!answer) return
  drop(article, pair.data.anchor, shown.text)
  const here = panel?.pair === pair
  if (here) leave()
  take(answer)
  tell(told.decision === "accept" ? say("Signed.") : say("Saved as needs-work."))
  if (here) goOn(pair)
}

function accept(reason = "") {
  if (panel.editor ? panel.editor.text : panel.pair.data.english) decided({ decision: "accept", reason })
  else tell(say("There is no English to accept yet."))
}

const needsWork = () => panel.ask(say("What is wrong (may stay empty)"), remark => decided({ decision: "needs-work", remark }))

/** What was done last is taken back, also where that is still on its way; nothing else is where it came to nothing. */
async function undo() {
  while (busy) if (!await busy) return
  const answer = await send("undo", {})
  if (!answer) return
  leave()
  take(answer)
  tell(say("Taken back."))
  const head = pairs[0]?.id
  select(pairOf((answer.pairs.find(one => one.id !== head) ?? answer.pairs[0])?.id))
}

/** The Indonesian, corrected: the page comes anew, for other pairs may stand elsewhere now. */
async function saveSource(text) {
  const { id, data } = panel.pair
  const answer = await send(`pair/${id}/source`, { text, anchor: data.anchor })
  if (!answer) return
  drop(article, inIndonesian(data.anchor))
  location.hash = answer.id
  location.reload()
}

async function retranslate(engine) {
  const { pair } = panel
  const answer = await send(`pair/${pair.id}/retranslate`, { revision: pair.data.revision, engine })
  if (!answer) return
  take(answer, pair)
  const here = panel?.pair === pair
  if (answer.saved && !(here && panel.editor)) tell(say("Translated again by {0}.", answer.engine))
  else if (here) panel.take(answer.english)
}

const ACTS = {
  accept: () => accept(),
  edit: () => panel.edit(),
  "needs-work": needsWork,
  undo,
  retranslate,
  source: () => panel.editSource(saveSource),
  key: event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      accept()
    } else if (event.key === "Enter") {
      event.preventDefault() // an English is one line
    } else if (event.key === "Escape") {
      closeEditor()
    }
  },
}

/** Ends editing; what was typed stays in this browser. */
function closeEditor() {
  const { pair, editor } = panel
  editor.close()
  panel.editor = null
  pair.element.classList.remove("desk-editing")
  panel.show()
  pair.handle.focus()
}

function act(name, ...more) {
  ACTS[name]?.(...more)
}

// Keys.

const lettersOn = document.getElementById("keys-on")
lettersOn.checked = localStorage.getItem("sejajar-desk:letters") !== "off"
lettersOn.addEventListener("change", () => localStorage.setItem("sejajar-desk:letters", lettersOn.checked ? "on" : "off"))

const LETTERS = {
  j: () => move(1),
  k: () => move(-1),
  n: () => panel && needsWork(),
  u: undo,
  "?": () => document.getElementById("keys-dialog").showModal(),
}

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.target.matches("input, textarea, select") || document.querySelector("dialog[open]")) return
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && panel) {
    event.preventDefault()
    accept()
  } else if (event.key === "Enter" && panel && (event.target === document.body || event.target === panel.pair.handle)) {
    event.preventDefault()
    panel.edit()
  } else if (lettersOn.checked && LETTERS[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    LETTERS[event.key]()
  }
})

for (const pair of pairs) {
  pair.handle.addEventListener("click", () => (panel?.pair === pair ? panel.edit() : select(pair, { scroll: false })))
  pair.element.addEventListener("click", event => {
    if (event.target.closest("a, button, textarea, input, label, .desk-panel") || String(getSelection())) return
    if (panel?.pair === pair) { if (pair.side("en")?.contains(event.target)) panel.edit() } else select(pair, { scroll: false })
  })
}

document.getElementById("keys").addEventListener("click", LETTERS["?"])

// All that has no finding.

const dialog = document.getElementById("all-dialog")
const fit = () => pairs.filter(pair => pair.data.acceptable)

document.getElementById("accept-all").addEventListener("click", () => {
  const wanted = fit()
  const name = document.body.dataset.name
  const left = pairs.filter(pair => pair.waits && !pair.data.acceptable).length
  document.getElementById("all-title").textContent = say("Sign {0} pairs as {1}?", wanted.length, name)
  document.getElementById("all-said").textContent = say(
    "They have an English without any finding, and nobody has marked them. Pairs that stay for you to look at: {0}.", left,
  )
  const yes = document.getElementById("all-yes")
  yes.textContent = say("Sign {0} pairs", wanted.length)
  yes.disabled = !wanted.length
  dialog.returnValue = ""
  dialog.showModal()
})

dialog.addEventListener("close", async () => {
  if (dialog.returnValue !== "yes") return
  const answer = await send("accept", { pairs: fit().map(pair => [pair.id, pair.data.revision]) })
  if (!answer) return
  leave()
  take(answer)
  tell(say("Signed: {0}. Changed meanwhile, and left: {1}.", answer.accepted, answer.refused.length))
  select(nextWaiting(pairs.at(-1)), { scroll: false })
})

// A machine, for what has no English yet.

document.getElementById("fill")?.addEventListener("submit", async event => {
  event.preventDefault()
  const answer = await send("fill", { engine: new FormData(event.target).get("engine") ?? "" })
  if (answer) showFill(answer)
  beat()
})

// Others.

begin({
  changed: told => {
    const known = new Set(pairs.map(pair => pair.id))
    if (told.pairs.length !== known.size || told.pairs.some(one => !known.has(one.id))) return false
    for (const one of told.pairs) {
      const pair = pairOf(one.id)
      if (pair.data.revision === one.revision) continue
      if (panel?.pair === pair && panel.editor?.dirty) {
        panel.conflict(one, say("Somebody has changed this pair while you were typing. Nothing of yours is lost."))
      } else {
        take({ pairs: [one] })
        if (panel?.pair === pair) panel.notify(say("Somebody has changed this pair; here it is anew."))
      }
    }
    showProgress()
    return true
  },
  typing: () => Boolean(panel?.editor?.dirty || panel?.sourceDirty),
  sent: () => (busy ? null : sent),
})

const waits = pair => hasDraft(pair) || hasSourceDraft(pair)
const first = pairs.find(waits) ?? pairOf(decodeURIComponent(location.hash.slice(1))) ?? pairs.find(pair => pair.waits)
if (first) select(first, { scroll: waits(first) || Boolean(location.hash) })
else tell(say("Every pair of this article is signed."), { seen: false })
document.body.dataset.ready = "yes"
