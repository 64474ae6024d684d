/*
 * The language control: which language is shown, in which order, and which of the two a screen reader hears. Without
 * this file everything is shown. `sejajar-pairs.js` has made the pairs' tools before.
 */
(() => {
  "use strict"
  const root = document.documentElement
  const wide = matchMedia("(min-width: 60em)")

  const control = () => document.querySelector("[data-sj-views]")

  /** A browser that keeps nothing: a choice lasts as long as the page. */
  const remembered = name => { try { return __md_get(name) } catch { return null } }
  const remember = (name, value) => { try { __md_set(name, value) } catch {} }

  let chosen = remembered("__sejajar")
  let swapped = remembered("__sejajar_order") === "swapped"

  /** The parts of a text that are no link, each an element: once made they stay, and look like the text they were. */
  function runs(side) {
    if (!side.querySelector(".sj-run")) {
      const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT)
      const found = []
      while (walker.nextNode()) found.push(walker.currentNode)
      for (const text of found) {
        if (text.parentElement.closest("a, svg") || !text.data.trim()) continue
        const run = document.createElement("span")
        run.className = "sj-run"
        text.replaceWith(run)
        run.append(text)
      }
    }
    return side.querySelectorAll(".sj-run")
  }

  /**
   * Side by side is what a wide window shows unasked, and unasked a screen reader hears one language: the other is
   * kept from it until it is chosen, here or at a single pair. Where there is no English, the Indonesian is heard.
   * Links are seen by who goes by keyboard and must be reached, as are tables that scroll: of these the rest is kept.
   */
  function mute(pair, muted) {
    const edition = control().dataset.sjEdition
    const there = pair.querySelector(`:scope > [data-side="${edition === "id" ? "en" : "id"}"]`)
    const missing = edition === "en" && ["untranslated", "pending"].includes(pair.dataset.state)
    if (!there || missing) return
    for (const part of there.querySelectorAll("table, th")) {
      if (muted) part.setAttribute("role", "presentation") // what nobody hears heads nothing
      else part.removeAttribute("role")
    }
    for (const part of there.querySelector("a, [tabindex]") ? runs(there) : [there]) {
      if (muted) part.setAttribute("aria-hidden", "true")
      else part.removeAttribute("aria-hidden")
    }
  }

  const unasked = () => root.getAttribute("data-sj-view") === "both" && chosen !== "both"

  function open(pair, wanted) {
    pair.classList.toggle("sj-open", wanted)
    pair.querySelector(".sj-reveal")?.setAttribute("aria-expanded", String(wanted))
    mute(pair, unasked() && !wanted)
  }

  /** The view is the remembered one, else both where there is room and the page's own language elsewhere. */
  function update() {
    const controls = control()
    if (!controls) return
    const now = chosen || (wide.matches ? "both" : root.lang)
    const edition = controls.dataset.sjEdition
    root.setAttribute("data-sj-view", now)
    root.setAttribute("data-sj-order", swapped ? "swapped" : "own")
    for (const input of controls.querySelectorAll("input")) input.checked = input.value === now
    const order = controls.querySelector(".sj-order")
    order.hidden = now !== "both"
    order.setAttribute("aria-pressed", String(swapped))
    const hidden = now === "both" ? (edition === "id" ? "en" : "id") : now === "id" ? "en" : "id"
    const words = hidden === "en" ? controls.dataset.sjShowEn : controls.dataset.sjShowId
    for (const button of document.querySelectorAll(".sj-reveal")) {
      button.textContent = hidden.toUpperCase()
      button.setAttribute("aria-label", `${hidden.toUpperCase()}: ${words}`)
      button.hidden = now === "both" && !unasked()
    }
    for (const pair of document.querySelectorAll(".sj-article .sj-pair")) open(pair, false)
    for (const head of document.querySelectorAll(".sj-head")) mute(head, unasked())
    document.dispatchEvent(new CustomEvent("sejajar:view"))
  }

  document.addEventListener("change", event => {
    if (!event.target.closest("[data-sj-views]")) return
    chosen = event.target.value
    remember("__sejajar", chosen)
    update()
  })

  document.addEventListener("click", event => {
    if (!event.target.closest(".sj-order")) return
    swapped = !swapped
    remember("__sejajar_order", swapped ? "swapped" : "own")
    update()
  })

  document.addEventListener("click", event => {
    const pair = event.target.closest(".sj-article .sj-pair")
    if (!pair || !control()) return
    const button = event.target.closest(".sj-reveal")
    if (button) return open(pair, button.getAttribute("aria-expanded") !== "true")
    const busy = event.defaultPrevented || event.target.closest("a, button, input, label, summary") || !getSelection().isCollapsed
    if (!busy && root.getAttribute("data-sj-view") !== "both") open(pair, !pair.classList.contains("sj-open"))
  })

  /** Instant navigation keeps the header of the page that it leaves, and in it the way to the other edition. */
  function lead() {
    const page = document.querySelector("[data-sj-counterpart]")
    for (const link of document.querySelectorAll("[data-sj-switch]")) {
      link.hidden = !page
      if (page) link.href = page.dataset.sjCounterpart
    }
  }

  /* The same paragraph, not just the same page, in the other edition. */
  document.addEventListener("click", event => {
    const link = event.target.closest("[data-sj-switch]")
    if (link) link.hash = location.hash
  }, true)

  /* Size of the letters and length of the lines: `sejajar-first.js` has set what was chosen before. */
  const COMFORT = { "sj-size": "size", "sj-line": "line" }
  document.addEventListener("change", event => {
    const name = COMFORT[event.target.name]
    if (!name || !event.target.closest("[data-sj-comfort]")) return
    root.setAttribute(`data-sj-${name}`, event.target.value)
    remember(`__sejajar_${name}`, event.target.value)
  })
  document.addEventListener("click", event => {
    const panel = document.querySelector("[data-sj-comfort][open]")
    if (panel && !panel.contains(event.target)) panel.open = false
  })
  document.addEventListener("keydown", event => {
    const panel = document.querySelector("[data-sj-comfort][open]")
    if (!panel || event.key !== "Escape") return
    panel.open = false
    panel.firstElementChild.focus()
  })

  /** The bar: whether the page has been scrolled past its place, and how much of a long article has been read. */
  let watching = []
  function watch() {
    for (const one of watching) one.disconnect()
    watching = []
    const bar = document.querySelector("[data-sj-bar]")
    const article = document.querySelector(".sj-article")
    if (!bar || !article) return
    for (const input of bar.querySelectorAll("[data-sj-comfort] input")) {
      input.checked = input.value === root.getAttribute(`data-${input.name}`)
    }
    bar.classList.toggle("sj-long-read", article.offsetHeight > 3 * innerHeight)
    const mark = document.querySelector(".sj-controls-mark") ?? document.createElement("span")
    mark.className = "sj-controls-mark"
    bar.before(mark)
    const header = document.querySelector(".md-header")?.offsetHeight ?? 0
    const stuck = new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
      bar.classList.toggle("sj-stuck", !isIntersecting && boundingClientRect.top < header + 8)
    }, { rootMargin: `-${header + 4}px 0px 0px` })
    stuck.observe(mark)
    watching.push(stuck)
    if (CSS.supports("animation-timeline: view()")) return
    const sections = [...article.querySelectorAll(".sj-section")] // where styles cannot follow the scrolling
    const done = new IntersectionObserver(() => {
      const passed = sections.filter(one => one.getBoundingClientRect().top < innerHeight / 2).length
      bar.style.setProperty("--sj-done", String(passed / sections.length || 0))
    }, { rootMargin: "0px 0px -50%" })
    for (const one of sections) done.observe(one)
    watching.push(done)
  }

  wide.addEventListener("change", update)
  const prepare = () => { lead(); update(); watch() }
  if (typeof document$ === "undefined") prepare()
  else document$.subscribe(prepare)
})()
