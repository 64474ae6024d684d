/** The text area in the place of the English: it grows, keeps what is typed, and asks the checks at each pause. */
import { drop, found, keep } from "./drafts.js"
import { post } from "./net.js"
import { article, at } from "./pairs.js"
import { make, say } from "./words.js"

const PAUSE = 100 // milliseconds without a key

export class Editor {
  /** `checked(findings)` is called with what the checks say; `decided(event)` with the keys that end editing. */
  constructor(pair, { checked, key }) {
    this.pair = pair
    this.checked = checked
    this.revision = pair.data.revision
    this.side = pair.side("en")
    this.area = make("textarea", { class: "desk-text", lang: "en", rows: 1, spellcheck: "true" })
    this.area.setAttribute("aria-label", `${say("English of {0}", pair.data.number)}: ${pair.data.indonesian}`)
    this.box = make("div", { class: "desk-editor" }, this.area)
    const draft = found(article, pair.data.anchor)
    this.restored = draft !== null && draft.text !== pair.data.english
    this.area.value = this.restored ? draft.text : pair.data.english
    if (this.restored) this.revision = draft.revision
    this.side.after(this.box)
    this.side.hidden = true
    this.area.addEventListener("input", () => this.typed())
    this.area.addEventListener("keydown", key)
    this.grow()
    requestAnimationFrame(() => this.grow()) // once the page has laid it out
    this.ask()
  }

  get text() { return this.area.value.replace(/\s+/g, " ").trim() }
  get dirty() { return this.text !== this.pair.data.english }

  focus() {
    this.area.focus()
    this.area.setSelectionRange(this.area.value.length, this.area.value.length)
  }

  typed() {
    this.grow()
    if (this.dirty) keep(article, this.pair.data.anchor, this.text, this.revision)
    else drop(article, this.pair.data.anchor)
    clearTimeout(this.pause)
    this.pause = setTimeout(() => this.ask(), PAUSE)
  }

  grow() {
    this.area.style.height = "auto"
    this.area.style.height = `${this.area.scrollHeight + 2}px`
  }

  /** Puts words where the cursor is. */
  insert(words) {
    if (this.area.readOnly) return
    const { selectionStart: start, selectionEnd: end, value } = this.area
    const before = start > 0 && !/\s/.test(value[start - 1]) ? " " : ""
    const after = end < value.length && !/[\s.,;:!?)”’]/.test(value[end]) ? " " : ""
    this.area.setRangeText(before + words + after, start, end, "end")
    this.typed()
    this.area.focus()
  }

  /** Takes its place beside the pair that is shown anew, and what it says where nobody has typed anything else. */
  renew(untouched) {
    this.side = this.pair.side("en")
    this.side.hidden = true
    this.side.after(this.box)
    this.revision = this.pair.data.revision
    if (untouched) this.area.value = this.pair.data.english
    this.grow()
  }

  replace(words) {
    if (this.area.readOnly) return
    this.area.value = words
    this.typed()
    this.focus()
  }

  async ask() {
    this.asking?.abort()
    this.asking = new AbortController()
    try {
      const told = await post(at(`pair/${this.pair.id}/check`), { text: this.text }, { signal: this.asking.signal })
      this.checked(told.findings)
    } catch { /* another key was pressed meanwhile, or the page says that the desk does not answer */ }
  }

  close() {
    clearTimeout(this.pause)
    this.asking?.abort()
    this.box.remove()
    const side = this.pair.side("en")
    if (side) side.hidden = false
  }
}
