/** What stands below the pair that somebody works on: its state, findings, background, and what can be done. */
import { drop, found, keep } from "./drafts.js"
import { Editor } from "./editor.js"
import { get } from "./net.js"
import { article, at } from "./pairs.js"
import { background, findingList, spokenFindings, termButtons } from "./parts.js"
import { make, say, tell, withFocus } from "./words.js"

const engines = document.body.dataset.engines.split(" ").filter(Boolean)

export class Panel {
  /** `act(name, ...)` does what a button says. */
  constructor(pair, act) {
    this.pair = pair
    this.act = act
    this.findings = make("ul", { class: "desk-findings" })
    this.state = make("p", { class: "desk-said" })
    this.more = make("div", { class: "desk-more" })
    this.asked = make("div", { class: "desk-asked" })
    this.notice = make("div", { class: "desk-notice", hidden: true })
    this.buttons = make("div", { class: "desk-buttons", role: "group", "aria-label": say("decisions") }, ...this.#buttons())
    const others = make("div", { class: "desk-buttons desk-second" }, ...this.#others())
    this.element = make(
      "div", { class: "desk-panel" }, this.notice, this.state, this.findings, this.asked, this.buttons, others, this.more,
    )
    pair.element.append(this.element)
    pair.element.classList.add("sj-active")
    pair.handle.setAttribute("aria-expanded", "true")
    this.show()
    this.load()
  }

  #button(name, words, title) {
    return make("button", { type: "button", "data-act": name, title, onclick: () => this.act(name) }, words)
  }

  #buttons() {
    return [
      this.#button("accept", say("Accept"), "Ctrl+Enter"), this.#button("edit", say("Edit"), "Enter"),
      this.#button("needs-work", say("Needs work"), "n"), this.#button("undo", say("Undo"), "u"),
    ]
  }

  /** What is done now and then. */
  #others() {
    const made = []
    if (document.body.dataset.ours) made.push(this.#button("source", say("Correct the Indonesian"), null))
    for (const engine of engines) {
      made.push(make(
        "button", { type: "button", "data-act": "retranslate", onclick: () => this.act("retranslate", engine) },
        say("Translate again: {0}", engine),
      ))
    }
    return made
  }

  /** What is known already. */
  show() {
    const { said, findings } = this.pair.data
    this.state.textContent = said
    this.#showFindings(findings)
    this.#waitsForText()
  }

  /** The rest of it, which costs the desk a look into the history. */
  async load() {
    const asked = this.asking = {}
    try {
      const told = await get(at(`pair/${this.pair.id}`))
      if (!this.element.isConnected || this.asking !== asked) return
      this.whole = told
      this.terms?.remove()
      this.terms = termButtons(told.terms, words => this.insert(words))
      if (this.terms) this.pair.side("id")?.[this.pair.side("id").tagName === "H1" ? "after" : "append"](this.terms)
      this.more.replaceChildren(...background(told, words => this.take(words)))
    } catch { /* the page says so */ }
  }

  /** While something is sent for the pair, nothing is typed that would not be part of it. */
  async whileSending(send) {
    const { pair, editor } = this
    if (pair.sending) return send()
    pair.sending = true
    if (editor) editor.area.readOnly = true
    try {
      return await send()
    } finally {
      pair.sending = false
      if (editor) editor.area.readOnly = false
    }
  }

  edit() {
    if (!this.editor && this.pair.sending) return
    if (!this.editor) {
      this.editor = new Editor(this.pair, {
        checked: findings => this.#checked(findings),
        key: event => this.act("key", event),
      })
      this.pair.element.classList.add("desk-editing")
      if (this.editor.restored) this.notify(say("These are your words that were not saved yet."))
      this.#waitsForText()
    }
    this.editor.focus()
  }

  insert(words) {
    if (!this.editor) this.edit()
    this.editor?.insert(words)
  }

  take(words) {
    this.edit()
    this.editor?.replace(words)
  }

  #checked(findings) {
    this.current = findings
    this.#showFindings(findings)
    clearTimeout(this.speaking)
    this.speaking = setTimeout(() => tell(spokenFindings(findings), { seen: false }), 700)
  }

  #showFindings(findings) {
    this.findings.replaceChildren(...findingList(findings))
    this.findings.hidden = !findings.length
  }

  #waitsForText() {
    const nothing = !this.editor && !this.pair.data.english
    this.buttons.querySelector('[data-act="accept"]').disabled = nothing
  }

  /** The Indonesian as plain text in its place; its English becomes stale. */
  editSource(save) {
    if (this.source) return
    const side = this.pair.side("id")
    const area = make("textarea", { class: "desk-text", lang: "id", rows: 2 })
    const { anchor, indonesian } = this.pair.data
    const draft = found(article, inIndonesian(anchor))
    area.value = draft?.text ?? indonesian
    this.sourceArea = area
    area.setAttribute("aria-label", `${say("Indonesian of {0}", this.pair.data.number)}: ${this.pair.data.indonesian}`)
    const close = () => { this.source.remove(); this.source = null; side.hidden = false; this.pair.handle.focus() }
    const cancel = () => { drop(article, inIndonesian(anchor)); close() }
    area.addEventListener("input", () => {
      if (this.sourceDirty) keep(article, inIndonesian(anchor), area.value, indonesian)
      else drop(article, inIndonesian(anchor))
    })
    this.source = make(
      "form", { class: "desk-editor desk-source", onsubmit: event => { event.preventDefault(); save(area.value) } },
      area, make("button", { class: "desk-main-button" }, say("Save")),
      make("button", { type: "button", onclick: cancel }, say("Cancel")),
    )
    area.addEventListener("keydown", event => {
      event.stopPropagation()
      if (event.key === "Escape") close()
      else if (event.key === "Enter") { event.preventDefault(); if (event.ctrlKey || event.metaKey) save(area.value) }
    })
    side.after(this.source)
    side.hidden = true
    area.focus()
    if (!draft) return
    const words = say("These are your words that were not saved yet.")
    if (draft.revision === indonesian) this.notify(words)
    else this.overtaken(`${words} ${say("Somebody has changed this text meanwhile.")}`, indonesian)
  }

  /** Words are being typed into the Indonesian. */
  get sourceDirty() { return Boolean(this.source) && this.sourceArea.value !== this.pair.data.indonesian }

  /** What somebody else has made of the Indonesian, beside what is being typed. */
  overtaken(message, theirs) {
    this.notify(message, make("p", { class: "sj-label" }, say("theirs")), make("p", { lang: "id", class: "desk-theirs" }, theirs))
  }

  /** Something that has to be read before anything else. */
  notify(message, ...more) {
    this.notice.replaceChildren(make("p", {}, message), ...more)
    this.notice.hidden = false
    tell(message, { seen: false })
  }

  /** Somebody else's work, beside what is being typed: nothing is signed unseen. */
  conflict(theirs, message) {
    const mine = this.editor?.text
    this.renew(theirs)
    if (this.editor) {
      const take = make("button", { type: "button", "data-act": "take-theirs", onclick: () => this.take(theirs.english) }, say("Take theirs"))
      this.notify(message, make("p", { class: "sj-label" }, say("theirs")), make("p", { lang: "en", class: "desk-theirs" }, theirs.english), take)
      if (mine === theirs.english) drop(article, this.pair.data.anchor)
    } else {
      this.notify(message)
    }
  }

  /** The pair as the desk has it now, around what somebody types or is asked. */
  renew(told) {
    const { editor } = this
    const untouched = editor && !editor.dirty
    withFocus(() => {
      this.pair.show(told)
      editor?.renew(untouched)
    })
    this.show()
    this.load()
  }

  /** Asks for a line before a decision: why it is right, what is wrong. */
  ask(label, done) {
    const field = make("input", { type: "text", id: "desk-asked", maxlength: 500 })
    const form = make(
      "form", { class: "desk-form", onsubmit: event => { event.preventDefault(); done(field.value) } },
      make("label", { for: "desk-asked" }, label), field, make("button", { class: "desk-main-button" }, say("Save")),
    )
    field.addEventListener("keydown", event => {
      if (event.key === "Escape") { this.asked.replaceChildren(); this.pair.handle.focus() }
      event.stopPropagation()
    })
    this.asked.replaceChildren(form)
    field.focus()
  }

  close() {
    clearTimeout(this.speaking)
    this.editor?.close()
    this.terms?.remove()
    if (this.source) {
      this.source.remove()
      const side = this.pair.side("id")
      if (side) side.hidden = false
    }
    this.element.remove()
    this.pair.element.classList.remove("sj-active", "desk-editing")
    this.pair.handle.setAttribute("aria-expanded", "false")
    this.pair.show()
  }
}

/** Where drafts of the Indonesian are kept, beside those of the English. */
export const inIndonesian = anchor => `id ${anchor}`

/** Whether words for the Indonesian of a pair wait in this browser. */
export const hasSourceDraft = pair => {
  const draft = found(article, inIndonesian(pair.data.anchor))
  return Boolean(document.body.dataset.ours) && draft !== null && draft.text !== pair.data.indonesian
}

/** Whether words of a pair wait in this browser. */
export const hasDraft = pair => {
  const draft = found(article, pair.data.anchor)
  return draft !== null && draft.text !== pair.data.english
}
