/** The pairs of the article: each where its readers see it, with a handle that says how it stands. */
import { make, say } from "./words.js"

export const article = document.body.dataset.article

/** Where the desk answers for this article, as the edition that the page shows. */
export const at = path => `/article/${encodeURIComponent(article)}/${path}?edition=${document.body.dataset.edition}`

class Pair {
  constructor(data) {
    this.data = data
    this.element = document.querySelector(`[data-pair="${data.id}"]`)
    this.others = []
    this.handle = make("button", { type: "button", class: "desk-handle", "aria-expanded": "false" })
    this.handle.append(make("span", { "aria-hidden": "true" }), make("span", { class: "sj-spoken" }))
  }

  get id() { return this.data.id }
  get waits() { return !this.data.signed || this.data.findings.some(one => one.severity === "error") }

  /** The English and the Indonesian side; the head of the article has a heading and a line below it. */
  side(language) {
    const side = this.element.querySelector(`:scope > [data-side="${language}"]`)
    if (side) return side
    const title = this.element.querySelector(":scope > h1")
    const below = this.element.querySelector(":scope > div:has(> .sj-subtitle)")
    return document.body.dataset.edition === language ? title : below
  }

  /** Shows what is known of the pair, and its text anew where the desk has sent it. */
  show(data = this.data) {
    this.data = { ...this.data, ...data }
    if (data.markup && this.element) {
      const made = document.createElement("template")
      made.innerHTML = data.markup
      const fresh = made.content.firstElementChild
      const own = [...this.element.children].filter(child => child.matches(".desk-handle, .desk-panel, .desk-editor"))
      this.element.replaceChildren(...fresh.childNodes, ...own)
      for (const { name, value } of fresh.attributes) if (name !== "class") this.element.setAttribute(name, value)
    }
    this.#showHandle()
  }

  #showHandle() {
    const { signed, state, findings, number, kind, said } = this.data
    const errors = findings.filter(one => one.severity === "error").length
    const [glyph, spoken] = this.handle.children
    this.handle.dataset.state = errors ? "error" : signed ? "signed" : state
    glyph.textContent = findings.length ? String(findings.length) : signed ? "✓" : ""
    const noted = findings.length ? `; ${say("findings: {0}", findings.length)}` : ""
    const here = this.others.length ? `; ${say("here now: {0}", this.others.join(", "))}` : ""
    spoken.textContent = `${number}. ${kind}, ${said}${noted}${here}`
    this.handle.title = spoken.textContent
    this.handle.dataset.others = this.others.map(name => name[0]).join("")
  }

  withOthers(names) {
    if (names.join() === this.others.join()) return
    this.others = names
    this.#showHandle()
  }
}

const told = JSON.parse(document.body.dataset.pairs)
export const pairs = told.map(data => new Pair(data)).filter(pair => pair.element)
const byId = new Map(pairs.map(pair => [pair.id, pair]))
export const pairOf = id => byId.get(id)

for (const pair of pairs) {
  pair.element.append(pair.handle)
  pair.show()
}

/** The next pair that waits for a person, from this one on and then from the beginning; null where none does. */
export function nextWaiting(from) {
  const at = pairs.indexOf(from)
  const order = [...pairs.slice(at + 1), ...pairs.slice(0, at + 1)]
  return order.find(pair => pair.waits) ?? null
}

/** How many are signed, in the bar above. */
export function showProgress() {
  const signed = pairs.filter(pair => pair.data.signed).length
  document.getElementById("progress").value = signed
  document.getElementById("progress-said").textContent = say("{0} of {1} signed", signed, pairs.length)
}
