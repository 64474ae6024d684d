/**
 * What is typed into a form, in this browser until the desk has it: a closed lid or a dead server loses none of it.
 * `data-keep` marks the form.
 */
import { make, say } from "./words.js"

const form = document.querySelector("form[data-keep]")
const key = `sejajar-desk-form:${location.pathname}`
const revision = form.elements.namedItem("revision")

const fields = () => [...form.elements].filter(one => one.name && !["hidden", "file", "submit"].includes(one.type))
const valueOf = one => (one.type === "checkbox" ? one.checked : one.value)
const typed = () => Object.fromEntries(fields().map(one => [one.name, valueOf(one)]))
const same = (some, others) => Object.keys(others).every(name => !(name in some) || some[name] === others[name])

function keep(sent) {
  try {
    localStorage.setItem(key, JSON.stringify({ sent, revision: revision?.value, values: typed() }))
  } catch { /* a browser that keeps nothing still types */ }
}

export function drop() {
  try {
    localStorage.removeItem(key)
  } catch { /* nor has it anything to forget */ }
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(key))
  } catch {
    return null
  }
}

function restore(draft) {
  for (const one of fields()) {
    if (!(one.name in draft.values)) continue
    if (one.type === "checkbox") one.checked = draft.values[one.name]
    else one.value = draft.values[one.name]
  }
  if (revision && draft.revision) revision.value = draft.revision // what others have saved since is shown before mine is
  const notice = make("p", {}, say("These are your words that were not saved yet."))
  form.prepend(make("div", { class: "desk-notice", role: "status", id: "kept" }, notice))
}

const draft = kept()
// What was sent, and has led to another state of the file, is saved or was shown as it was refused.
if (draft && ((draft.sent && draft.revision !== revision?.value) || same(draft.values, typed()))) drop()
else if (draft) restore(draft)

form.addEventListener("input", () => keep(false))
form.addEventListener("submit", () => keep(true))
