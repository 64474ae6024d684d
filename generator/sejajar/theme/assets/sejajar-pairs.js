/*
 * The tools of a pair: show the other language, copy a link or a citation, suggest a better translation; and those of the
 * article's own citations. They are made
 * here, for they do nothing without a script; a pair's anchor and the way to its catalog are in the page.
 */
(() => {
  "use strict"
  const root = document.documentElement
  const words = () => JSON.parse(document.querySelector("[data-sj-views]").dataset.sjWords)
  const LOCALES = { id: "id", en: "en-GB" }

  const anchored = pair => pair.id || pair.querySelector("h2[id]")?.id
  const address = pair => `${location.href.split("#")[0]}#${anchored(pair)}`

  function said(pair, language) {
    const side = pair.querySelector(`:scope > [data-side="${language}"]`)
    if (!side || side.querySelector("p > .sj-gap, p.sj-gap")) return ""
    const words = side.cloneNode(true)
    for (const mark of words.querySelectorAll(".sj-state, .sj-cell-state, .sj-drawing")) mark.remove() // said of the text, not in it
    return words.textContent.replace(/\s+/g, " ").trim()
  }

  /** Both texts, the state of the English, the title, the address, and the dates of the text and of today. */
  function citation(pair) {
    const say = words()
    const edition = root.lang === "en" ? "en" : "id"
    const state = say.states[pair.dataset.state]
    const lines = { id: `${say.languages.id}: ${said(pair, "id")}` }
    const english = said(pair, "en")
    lines.en = english ? `${say.languages.en} (${state}): ${english}` : `${say.languages.en}: ${state}`
    const head = document.querySelector(".sj-head")
    const title = head.querySelector("h1").textContent.trim()
    const origin = [head.querySelector(".sj-outlet")?.textContent, say.site, head.querySelector("time").textContent]
    const today = new Intl.DateTimeFormat(LOCALES[edition], { dateStyle: "long" }).format(new Date())
    const source = `“${title}”, ${origin.filter(Boolean).join(", ")}, ${address(pair)}`
    const both = edition === "id" ? [lines.id, lines.en] : [lines.en, lines.id]
    return [...both, `${source} (${say.accessed.replace("{date}", today)})`].join("\n")
  }

  /** True if it went to the clipboard; where the newer way is closed (an insecure address), by the older. */
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      const field = document.createElement("textarea")
      const before = document.activeElement
      field.value = text
      field.className = "sj-spoken"
      document.body.append(field)
      field.select()
      const done = document.execCommand("copy")
      field.remove()
      before?.focus({ preventScroll: true })
      return done
    }
  }

  let fading
  function tell(message) {
    let region = document.querySelector(".sj-toast")
    if (!region) {
      region = document.createElement("div")
      region.className = "sj-toast"
      region.setAttribute("role", "status")
      document.body.append(region)
    }
    region.lang = root.lang
    region.textContent = ""
    clearTimeout(fading)
    setTimeout(() => { region.textContent = message }, 50) // said again where it is the same message again
    fading = setTimeout(() => { region.textContent = "" }, 5000)
  }

  async function copy(text, message) {
    if (await copied(text)) tell(message)
    else prompt(words().failed, text)
  }

  function tool(name, kind, [label, short]) {
    const made = document.createElement(name)
    made.className = `sj-tool ${kind}`
    made.title = label
    made.setAttribute("aria-label", label)
    if (name === "button") made.type = "button"
    const text = document.createElement("span")
    text.textContent = short
    made.append(text)
    return made
  }

  /** The state in words, for fingers: what a mouse reads in the mark's title. A screen reader has heard it there. */
  function noted(pair) {
    const note = document.createElement("p")
    note.className = "sj-noted"
    note.textContent = pair.querySelector(":scope > .sj-mark")?.title ?? ""
    note.setAttribute("aria-hidden", "true")
    return note
  }

  function tools(pair, say, address) {
    const bar = document.createElement("div")
    bar.className = "sj-tools"
    bar.setAttribute("role", "toolbar")
    bar.setAttribute("aria-label", say.tools)
    const reveal = document.createElement("button")
    reveal.type = "button"
    reveal.className = "sj-reveal"
    const actions = document.createElement("div")
    actions.className = "sj-actions"
    const link = tool("a", "sj-link", say.link)
    link.href = `#${anchored(pair)}`
    actions.append(link, tool("button", "sj-cite", say.cite))
    if (address && pair.dataset.line) {
      const suggest = tool("a", "sj-suggest", say.suggest)
      suggest.href = address.replaceAll("{line}", pair.dataset.line)
      suggest.rel = "noopener"
      actions.append(suggest)
    }
    bar.append(reveal, actions)
    if (pair.querySelector(":scope > .sj-mark")) bar.append(noted(pair))
    return bar
  }

  function prepare() {
    if (!document.querySelector("[data-sj-views]")) return
    const say = words()
    const address = document.querySelector(".sj-article")?.dataset.suggest
    for (const pair of document.querySelectorAll(".sj-article .sj-pair")) {
      if (anchored(pair) && !pair.querySelector(":scope > .sj-tools")) pair.append(tools(pair, say, address))
    }
    document.querySelectorAll(".sj-cited").forEach(entry => finish(entry, say.copy[0]))
  }

  /** An entry of a bibliography gets the day on which it is read, and a button. Its styles write American dates. */
  function finish(entry, label) {
    const day = entry.querySelector("[data-accessed]")
    if (day.textContent) return
    const locale = entry.closest("[lang]").lang === "en" ? "en-US" : "id"
    const today = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date())
    day.textContent = `${day.dataset.accessed.replace("{date}", today)} `
    const copy = document.createElement("button")
    copy.type = "button"
    copy.lang = root.lang // the entry may be in the other language
    copy.textContent = label
    copy.setAttribute("aria-label", `${label}: ${entry.querySelector("strong").textContent}`)
    entry.append(" ", copy)
  }

  /* A pair is one stop on the way through the page with Tab; the arrows go on within it. */
  const usable = bar => [...bar.querySelectorAll("a, button")].filter(item => !item.hidden)
  const rove = (bar, current) => usable(bar).forEach(item => { item.tabIndex = item === current ? 0 : -1 })

  document.addEventListener("sejajar:view", () => {
    for (const bar of document.querySelectorAll(".sj-tools")) rove(bar, usable(bar)[0])
  })

  document.addEventListener("keydown", event => {
    const bar = event.target.closest?.(".sj-tools")
    if (!bar) return
    const items = usable(bar)
    const now = items.indexOf(event.target)
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: items.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    const item = items[(next + items.length) % items.length]
    rove(bar, item)
    item.focus()
  })

  document.addEventListener("click", event => {
    const entry = event.target.closest(".sj-cited button")?.closest(".sj-cited")
    if (entry) return copy(entry.querySelector("span").textContent, words().copy[1])
    const pair = event.target.closest(".sj-article .sj-pair")
    for (const other of document.querySelectorAll(".sj-active")) {
      if (other !== pair) other.classList.remove("sj-active")
    }
    if (!pair) return
    if (!event.target.closest(".sj-tools")) return pair.classList.add("sj-active")
    if (event.target.closest(".sj-cite")) return copy(citation(pair), words().cited)
    const link = event.target.closest(".sj-link")
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    history.replaceState(history.state, "", link.hash)
    copy(address(pair), words().linked)
  }, true)

  if (typeof document$ === "undefined") prepare()
  else document$.subscribe(prepare)
})()
