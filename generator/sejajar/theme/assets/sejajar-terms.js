/*
 * A term's note where the term stands: on hover, focus and tap; Esc puts it away. Without this file a term leads to its
 * note below the article.
 */
(() => {
  "use strict"
  let shown = null
  let waiting

  function tip() {
    let found = document.querySelector(".sj-tip")
    if (!found) {
      found = document.createElement("div")
      found.className = "sj-tip"
      found.popover = "manual"
      found.setAttribute("role", "tooltip")
      document.querySelector(".md-content").append(found)
    }
    return found
  }

  const note = term => document.getElementById(term.hash.slice(1))

  function hide() {
    clearTimeout(waiting)
    if (shown) document.querySelector(".sj-tip")?.hidePopover()
    shown = null
  }

  function show(term) {
    clearTimeout(waiting)
    const found = note(term)
    if (shown === term || !found) return
    hide()
    const box = tip()
    box.replaceChildren(...[...found.cloneNode(true).children].map(part => {
      const line = document.createElement("p")
      line.append(...part.childNodes)
      return line
    }))
    box.showPopover()
    shown = term
    const at = term.getClientRects()[0]
    const room = document.documentElement.clientWidth - box.offsetWidth - 8
    box.style.left = `${Math.max(8, Math.min(at.left, room))}px`
    const below = at.bottom + 6
    box.style.top = `${below + box.offsetHeight > innerHeight ? at.top - box.offsetHeight - 6 : below}px`
  }

  const later = (act, delay) => {
    clearTimeout(waiting)
    waiting = setTimeout(act, delay)
  }

  document.addEventListener("mouseover", event => {
    const term = event.target.closest?.(".sj-term")
    if (term) later(() => show(term), 150)
    else if (event.target.closest?.(".sj-tip")) clearTimeout(waiting)
    else if (shown && shown !== document.activeElement) later(hide, 250)
    else if (!shown) clearTimeout(waiting)
  })
  document.addEventListener("focusin", event => {
    if (event.target.matches(".sj-term")) show(event.target)
    else hide()
  })
  document.addEventListener("focusout", event => { if (event.target === shown) hide() })
  document.addEventListener("keydown", event => { if (event.key === "Escape") hide() })
  document.addEventListener("click", event => {
    const term = event.target.closest(".sj-term")
    if (term && note(term)) {
      event.preventDefault()
      event.stopPropagation() // instant navigation would follow it all the same
      show(term)
    } else if (!event.target.closest(".sj-tip")) hide()
  }, true)
  addEventListener("scroll", hide, { passive: true })

  function prepare() {
    hide()
    for (const term of document.querySelectorAll(".sj-term")) {
      if (note(term)) term.setAttribute("aria-describedby", note(term).id)
    }
  }

  if (typeof document$ === "undefined") prepare()
  else document$.subscribe(prepare)
})()
