/*
 * The sentence under the pointer, and its counterpart: a pair says where its sentences end in both languages
 * (`data-sentences="54:61 120:130"`), if the two could be aligned. Nothing moves and nothing is said to a screen reader:
 * it reads one text and then the other.
 */
(() => {
  "use strict"
  const NAME = "sj-sentence"
  const SIDES = ["id", "en"]
  let lit = null // {pair, at}

  const side = (pair, language) => pair.querySelector(`:scope > [data-side="${language}"] > p`)
  const isShown = (pair, language) => {
    const there = side(pair, language)?.parentElement
    // What the reader has hidden is out of sight, not out of the layout.
    return there && there.offsetWidth > 1 && there.offsetHeight > 1
  }
  const areShown = pair => SIDES.every(language => isShown(pair, language))
  const ends = pair => pair.dataset.sentences.split(" ").map(both => both.split(":").map(Number))

  /** The pieces of a text, each with its place in it; the state of an English is said of the text, not in it. */
  function pieces(text) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    const found = []
    let start = 0
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (node.parentElement.closest(".sj-state")) break
      found.push({ node, start, end: start + node.length })
      start += node.length
    }
    return found
  }

  /** One range for each piece of a text that a sentence takes part of, none for white space at its end. */
  function ranges(pair, language, at) {
    const text = side(pair, language)
    const found = pieces(text)
    const which = SIDES.indexOf(language)
    const marks = ends(pair).map(both => both[which])
    const whole = found.map(({ node }) => node.data).join("").trimEnd()
    if (whole.length !== marks.at(-1)) return [] // somebody has changed the text since it was aligned
    const from = at ? marks[at - 1] : 0
    const to = from + whole.slice(from, marks[at]).trimEnd().length
    return found.filter(({ start, end }) => start < to && end > from).map(({ node, start, end }) => {
      const range = new Range()
      range.setStart(node, Math.max(0, from - start))
      range.setEnd(node, Math.min(end, to) - start)
      return range
    })
  }

  function unlight() {
    if (!lit) return
    lit = null
    globalThis.CSS?.highlights?.delete(NAME)
    for (const mark of document.querySelectorAll(`span.${NAME}`)) {
      const parent = mark.parentNode
      mark.replaceWith(...mark.childNodes)
      parent.normalize()
    }
  }

  function light(pair, at) {
    if (lit?.pair === pair && lit.at === at) return
    unlight()
    const both = SIDES.map(language => ranges(pair, language, at))
    if (!both.every(found => found.length)) return
    lit = { pair, at }
    if (globalThis.CSS?.highlights) return void CSS.highlights.set(NAME, new Highlight(...both.flat()))
    for (const range of both.flat()) { // an older browser: each piece stands alone in its text
      const mark = document.createElement("span")
      mark.className = NAME
      range.surroundContents(mark)
    }
  }

  const pairOf = element => element?.closest?.(".sj-article .sj-pair[data-sentences]")

  /** Which sentence of its pair a place in the text belongs to; -1 for a place beside it. */
  function sentence(pair, node, offset) {
    const language = node?.parentElement?.closest("[data-side]")?.dataset.side
    if (!language || !pair.contains(node)) return -1
    const piece = pieces(side(pair, language)).find(one => one.node === node)
    const which = SIDES.indexOf(language)
    return piece ? ends(pair).findIndex(both => piece.start + offset < both[which]) : -1
  }

  function under(pair, { clientX: x, clientY: y, target }) {
    if (!target.closest("[data-side] > p")) return -1
    const place = document.caretPositionFromPoint?.(x, y)
    if (place) return sentence(pair, place.offsetNode, place.offset)
    const range = document.caretRangeFromPoint?.(x, y)
    return range ? sentence(pair, range.startContainer, range.startOffset) : -1
  }

  let moving = 0
  document.addEventListener("pointermove", event => {
    if (event.pointerType !== "mouse" || event.buttons) return // who presses, selects
    cancelAnimationFrame(moving)
    moving = requestAnimationFrame(() => {
      const pair = pairOf(event.target)
      if (!pair) return lit && !lit.pair.contains(document.activeElement) && unlight()
      if (!areShown(pair)) return
      const at = under(pair, event)
      if (at >= 0) light(pair, at)
    })
  }, { passive: true })

  /* A finger has no hovering: a tap lights, another on the same sentence puts it out and does what a tap does. */
  document.addEventListener("click", event => {
    if (event.pointerType === "mouse" || !event.pointerType || event.target.closest("a, button, .sj-tools")) return
    const pair = pairOf(event.target)
    const at = pair && getSelection().isCollapsed ? under(pair, event) : -1
    if (at < 0 || (lit?.pair === pair && lit.at === at)) return unlight()
    if (areShown(pair)) event.preventDefault() // else the tap opens the counterpart too
    light(pair, at)
  }, true)

  /* By keyboard from the pair's tools: up and down go through its sentences. */
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") return unlight()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const pair = step && event.target.closest?.(".sj-tools") && pairOf(event.target)
    if (!pair || !areShown(pair)) return
    const at = lit?.pair === pair ? lit.at + step : step > 0 ? 0 : ends(pair).length - 1
    if (at < 0 || at >= ends(pair).length) return unlight() // and the page scrolls on
    event.preventDefault()
    light(pair, at)
  })

  document.addEventListener("focusin", event => {
    const pair = pairOf(event.target)
    if (lit && lit.pair !== pair) unlight()
    if (!pair || !areShown(pair) || !event.target.matches("[data-side] > p a")) return
    const at = sentence(pair, event.target.querySelector("span")?.firstChild ?? event.target.firstChild, 0)
    if (at >= 0) light(pair, at)
  })
  document.addEventListener("focusout", event => { if (!event.relatedTarget) unlight() })
  document.addEventListener("sejajar:view", unlight)
})()
