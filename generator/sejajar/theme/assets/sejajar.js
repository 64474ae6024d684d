/* The language control, and showing the other language of one paragraph. Without this file everything is shown. */
(() => {
  "use strict"
  const root = document.documentElement
  const wide = matchMedia("(min-width: 60em)")
  const HEARD = "a, button, input, label, summary"

  const control = () => document.querySelector("[data-sj-views]")
  const view = () => root.getAttribute("data-sj-view")

  let chosen = null
  try {
    chosen = __md_get("__sejajar")
  } catch {} // a browser that keeps nothing: the choice lasts as long as the page

  function open(pair, wanted) {
    pair.classList.toggle("sj-open", wanted)
    pair.querySelector(".sj-reveal").setAttribute("aria-expanded", String(wanted))
  }

  /** The view is the remembered one, else both where there is room and the page's own language elsewhere. */
  function update() {
    const controls = control()
    if (!controls) return
    const now = chosen || (wide.matches ? "both" : root.lang)
    root.setAttribute("data-sj-view", now)
    for (const input of controls.querySelectorAll("input")) input.checked = input.value === now
    const hidden = now === "id" ? "en" : "id"
    const words = hidden === "en" ? controls.dataset.sjShowEn : controls.dataset.sjShowId
    for (const button of document.querySelectorAll(".sj-reveal")) {
      button.textContent = hidden.toUpperCase()
      button.setAttribute("aria-label", `${hidden.toUpperCase()}: ${words}`)
      open(button.parentElement, false)
    }
  }

  function prepare() {
    if (!control()) return
    for (const pair of document.querySelectorAll(".sj-pair")) {
      if (pair.querySelector(":scope > .sj-reveal")) continue
      const button = document.createElement("button")
      button.type = "button"
      button.className = "sj-reveal"
      pair.append(button)
    }
    update()
  }

  document.addEventListener("change", event => {
    if (!event.target.closest("[data-sj-views]")) return
    chosen = event.target.value
    __md_set("__sejajar", chosen)
    update()
  })

  document.addEventListener("click", event => {
    const button = event.target.closest(".sj-reveal")
    if (button) return open(button.parentElement, button.getAttribute("aria-expanded") !== "true")
    const pair = event.target.closest(".sj-pair")
    const busy = !pair || event.target.closest(HEARD) || !getSelection().isCollapsed
    if (!busy && control() && view() !== "both") open(pair, !pair.classList.contains("sj-open"))
  })

  /* The same paragraph, not just the same page, in the other edition. */
  document.addEventListener("click", event => {
    const link = event.target.closest("[data-sj-switch]")
    if (link) link.hash = location.hash
  }, true)

  wide.addEventListener("change", update)
  if (typeof document$ === "undefined") prepare()
  else document$.subscribe(prepare)
})()
