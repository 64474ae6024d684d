/*
 * An Indonesian word asks what it is: by a double click, a long press (which selects it), or the key K where it is
 * selected; from the tools of a pair K begins with its first word. The rest is loaded when a word is asked for.
 */
(() => {
  "use strict"
  const PLACE = '.sj-article [data-side="id"]'
  const WORD = /[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu
  const base = new URL(__md_scope, location)
  let byFinger = false
  let card

  const load = () => (card ??= import(new URL("assets/sejajar-word.js", base).href))
  const close = () => card?.then(({ hide }) => hide())

  /** The words of a text as ranges; what is said of it, and a term with a note of its own, is none of them. */
  function words(place) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      if (node.parentElement.closest(".sj-state, .sj-term, .sj-gap")) continue
      for (const match of node.data.matchAll(WORD)) {
        const range = new Range()
        range.setStart(node, match.index)
        range.setEnd(node, match.index + match[0].length)
        found.push(range)
      }
    }
    return found
  }

  /** Of the place of a selection its words, and which of them is selected if it is a single one; else null. */
  function selected() {
    const selection = getSelection()
    const place = selection.anchorNode?.parentElement?.closest(PLACE)
    if (!place || selection.isCollapsed || /\S\s+\S/.test(String(selection))) return null
    const all = words(place)
    const { startContainer: node, startOffset: start, endOffset: end, endContainer } = selection.getRangeAt(0)
    const at = all.findIndex(one =>
      (one.startContainer === node && one.startOffset <= start && start < one.endOffset) ||
      (one.startContainer === endContainer && one.startOffset < end && end <= one.endOffset && start >= node.length))
    return at < 0 ? null : { all, at }
  }

  const show = (found, byKey) => load().then(({ show }) => show(found.all, found.at, { base, byKey }))

  document.addEventListener("dblclick", event => {
    const found = event.target.closest(PLACE) && !event.target.closest("a") && selected()
    if (found) show(found, false)
  })

  let pause
  document.addEventListener("pointerdown", event => { byFinger = event.pointerType === "touch" }, true)
  document.addEventListener("selectionchange", () => {
    clearTimeout(pause)
    if (byFinger) pause = setTimeout(() => { // while its ends are dragged it is several words by turns
      const found = selected()
      if (found) show(found, false)
      else close()
    }, 300)
  })

  document.addEventListener("keydown", event => {
    if (event.key.toLowerCase() !== "k" || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target.closest("input, textarea, select, [contenteditable], .sj-word")) return
    const pair = event.target.closest(".sj-tools")?.closest(".sj-pair")
    const place = pair?.querySelector(':scope > [data-side="id"]')
    const found = selected() ?? (place?.offsetHeight > 1 && { all: words(place), at: 0 })
    if (!found?.all?.length) return
    event.preventDefault()
    show(found, true)
  })
})()
