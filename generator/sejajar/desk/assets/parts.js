/** The parts of the panel below a pair: findings, what has changed, terms, remarks. */
import { make, say } from "./words.js"

/** Text whose words were changed, the old ones struck through. */
export function difference(changes) {
  const made = make("p", { class: "desk-difference", lang: "en" })
  for (const [before, after] of changes) {
    if (before === after) made.append(after)
    else made.append(...(before ? [make("del", {}, before)] : []), ...(after ? [make("ins", {}, after)] : []))
  }
  return made
}

export function findingList(findings) {
  return findings.map(one => make(
    "li", { "data-severity": one.severity },
    make("code", {}, one.code), ` ${one.message}`, one.hint ? make("span", { class: "sj-hint" }, `; ${one.hint}`) : "",
  ))
}

/** In a sentence, for the ear. */
export const spokenFindings = findings =>
  findings.length ? findings.map(one => `${one.code}: ${one.message}`).join(". ") : say("no findings")

/** Terms of the glossary that stand in the Indonesian; a click puts the English where the cursor is. */
export function termButtons(terms, insert) {
  if (!terms.length) return null
  const button = (english, ...before) => make(
    "button", { type: "button", class: "desk-term", onclick: () => insert(english) },
    ...before, make("span", { lang: "en" }, english),
  )
  const buttons = terms.map(term => {
    const [main, ...others] = term.english
    const first = button(main, make("span", { lang: "id" }, term.indonesian), " → ")
    if (term.note) first.title = term.note
    if (!others.length) return first
    const more = make("details", { class: "desk-forms" }, make("summary", {}, say("or {0}", others.length)))
    more.append(...others.map(form => button(form)))
    return make("span", { class: "desk-forms" }, first, more)
  })
  return make("div", { class: "desk-terms", role: "group", "aria-label": say("terms of the glossary") }, ...buttons)
}

function section(title, ...content) {
  return make("div", { class: "desk-section" }, make("p", { class: "sj-label" }, title), ...content)
}

/** What helps to decide: what has changed, what a machine had made, what people remarked. */
export function background(pair, take) {
  const parts = []
  if (pair.source_changes.length) {
    const changed = difference(pair.source_changes)
    changed.lang = "id"
    parts.push(section(say("Changed in the Indonesian since this English was made"), changed))
  }
  if (pair.approval) {
    const lost = say("The approved text is neither in the file nor in git's history of it.")
    parts.push(section(pair.approval, pair.english_changes.length ? difference(pair.english_changes) : make("p", {}, lost)))
  }
  if (pair.machine) {
    const button = make("button", { type: "button", onclick: () => take(pair.machine.text) }, say("Take the machine's"))
    parts.push(section(say("Changed since the machine: {0}", pair.machine.said), difference(pair.machine.changes), button))
  }
  const remarks = [...pair.remarks, ...pair.silenced.map(one => say("answered: {0}", one))]
  if (remarks.length) parts.push(section(say("Remarks"), make("ul", {}, ...remarks.map(one => make("li", {}, one)))))
  return parts
}
