/* Search in both editions: Material's form and its keys, Pagefind's index. Nothing is fetched before it is opened. */
(() => {
  "use strict"
  const box = document.querySelector("[data-sj-search]")
  if (!box) return
  const toggle = document.getElementById("__search")
  const form = box.querySelector("form")
  const input = form.elements.q
  const status = box.querySelector("[data-sj-status]")
  const results = box.querySelector("[data-sj-results]")
  const filters = box.querySelector("[data-sj-filters]")
  const choices = [...box.querySelectorAll("[data-sj-filter]")]
  const words = JSON.parse(box.dataset.sjWords)
  const own = box.dataset.sjEdition
  const other = own === "id" ? "en" : "id"
  const base = new URL(__md_scope, location)
  const archive = new URL(box.dataset.sjArchive, location).href // before instant navigation moves us
  const PAUSE = 120 // milliseconds: a half-typed Indonesian prefix finds nothing but chance
  const QUERIES = 12
  const AT_ONCE = { [own]: 8, [other]: 5 }
  const CHANCE = 24 // pages read in vain before the rest is taken for chance too
  const LENGTH = 32 // words of an excerpt
  const EDITABLE = "input, textarea, select, [contenteditable]"
  const MEMORY = "sj-found"
  const FRESH = 60_000 // milliseconds: what a page may take to come over a poor line

  const say = (key, values = {}) => words[key].replace(/{(\w+)}/g, (_, name) => values[name])

  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) if (value != null) element.setAttribute(key, value)
    element.append(...children.filter(child => child != null))
    return element
  }

  /** The index of an edition: see `sejajar-index.js`, which the words of a text have theirs from too. */
  const index = async edition => (await import(new URL("assets/sejajar-index.js", base).href)).index(edition, base)

  /** The query's words as the index spells them, each with its kin, and in its parts where it has a hyphen. */
  const terms = (text, { kin, fold }) => {
    const typed = text.normalize("NFC").toLowerCase().replace(/[’‘ʼ`´]/g, "'").split(/\s+/)
    const apart = word => (/\p{L}[-–/]\p{L}/u.test(word) ? [word.replace(/[-–/]/g, " ")] : [])
    return typed.map(word => [word, ...(text.includes('"') ? [] : [...apart(word), ...kin(fold(bare(word)))])])
  }

  /** The query as typed, and with each word replaced by its kin. */
  const queries = wanted =>
    wanted
      .reduce((all, forms) => all.flatMap(start => forms.map(form => `${start} ${form}`.trim())), [""])
      .slice(0, QUERIES)

  /** The pages found, best first: `{score, runs, fits}`, a run for each query that found the page. */
  async function find(engine, text, chosen) {
    const { pagefind, related } = engine
    const pages = new Map()
    const wanted = terms(text, engine)
    const every = wanted.flat().flatMap(term => term.split(" ")).map(bare)
    const fits = word => every.some(term => related(term, word))
    const answers = queries(wanted).map(query => pagefind.search(query, { filters: chosen }))
    for (const { results: found } of await Promise.all(answers)) {
      for (const run of found.filter(({ score }) => score > 0)) {
        const page = pages.get(run.id) || { score: 0, runs: [], fits }
        page.score = Math.max(page.score, run.score)
        page.runs.push(run)
        pages.set(run.id, page)
      }
    }
    return [...pages.values()].sort((a, b) => b.score - a.score)
  }

  /** A page's text, where in it the query was found, and the paragraph that has most of it; null for a chance find. */
  async function read({ runs, fits }) {
    const places = new Set()
    let page
    for (const run of runs) {
      page = await run.data() // one object for all runs of a page: its locations are to be read at once
      for (const { location } of page.weighted_locations) places.add(location)
    }
    const text = page.raw_content.replace(/&lt;/g, "<").replace(/&gt;/g, ">").split(/\s+/)
    const hits = new Set([...places].filter(place => fits(bare(text[place]))).map(place => seen(text, place)))
    if (!hits.size) return null
    const starts = page.anchors.filter(({ id }) => id).sort((a, b) => a.location - b.location)
    const best = paragraph(starts, [...hits].sort((a, b) => a - b), text)
    const address = new URL(page.raw_url.replace(/^\//, ""), base)
    if (best && best.place > 0) address.hash = starts[best.place].id
    const found = [...new Set([...hits].map(hit => bare(text[hit])))]
    return { address, meta: page.meta, found, excerpt: excerpt(starts, best, hits, text) }
  }

  /* A part of the word before it, put there to be found: *1,5* after *Rp1,5*. */
  const isUnseen = word => word.startsWith("\u2061")
  const seen = (text, place) => (place && isUnseen(text[place]) ? seen(text, place - 1) : place)

  const WORD = /[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/u // without the punctuation around it
  const bare = (word = "") => (word.match(WORD)?.[0] || "").toLowerCase()

  /** The one with most different words of the query; a title only where no other has as many. */
  function paragraph(starts, hits, text) {
    const places = new Map()
    for (const hit of hits) {
      const place = starts.findLastIndex(({ location }) => location <= hit)
      const entry = places.get(place) || { place, first: hit, different: new Set(), count: 0 }
      entry.different.add(bare(text[hit]))
      entry.count += 1
      places.set(place, entry)
    }
    const worth = ({ place, different, count }) =>
      different.size * 100 + Math.min(count, 9) * 10 - (place < 0 || starts[place].element === "h1" ? 99 : 0)
    return [...places.values()].sort((a, b) => worth(b) - worth(a) || a.first - b.first)[0]
  }

  function excerpt(starts, best, hits, text) {
    const start = best && best.place >= 0 ? starts[best.place].location : 0
    const end = (best && starts[best.place + 1]?.location) || text.length
    const from = best ? Math.max(start, Math.min(best.first - 6, end - LENGTH)) : start
    const upTo = Math.min(end, from + LENGTH)
    const line = make("p", { class: "sj-search__excerpt" }, from > start ? "… " : "")
    for (let at = from; at < upTo; at++) {
      if (isUnseen(text[at])) continue
      const [word] = (hits.has(at) && text[at].match(WORD)) || []
      const [before, after] = word ? text[at].split(word) : [text[at], ""]
      line.append(before, word ? make("mark", {}, word) : "", after, " ")
    }
    if (upTo < end) line.append("…")
    return line
  }

  /* What is shown. */

  const longDate = day =>
    new Intl.DateTimeFormat(own === "id" ? "id" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day))

  function item(page, edition) {
    const { title, date, outlet, alt, kind } = page.meta
    const facts = kind ? [say("search-page")] : [date && longDate(date), outlet].filter(Boolean)
    const there = edition === "id" ? "en" : "id"
    const article = make(
      "article",
      { class: "md-search-result__article md-typeset" },
      make("p", { class: "sj-search__facts", lang: own }, facts.join(" · ")),
      make("h3", {}, title),
      page.excerpt,
      alt ? make("p", { class: "sj-search__alt", lang: there }, alt) : null,
    )
    // Instant navigation keeps the language of the page it leaves, so it must not follow into the other edition.
    const target = edition === own ? null : "_self"
    const link = make("a", { class: "md-search-result__link", href: page.address.href, target }, article)
    link.addEventListener("click", () => remember(page))
    return make("li", { class: "md-search-result__item", lang: edition }, link)
  }

  async function list(pages, edition, isCurrent) {
    const items = make("ol", { class: "md-search-result__list" })
    const block = make("section", { class: "sj-search__edition", "data-sj-of": edition }, items)
    if (edition !== own) block.prepend(make("h2", {}, say("search-other")))
    let looked = 0
    let rest = pages.length
    async function more() {
      const made = []
      let chance = 0
      while (made.length < AT_ONCE[edition] && looked < pages.length && chance < CHANCE) {
        const next = await Promise.all(pages.slice(looked, (looked += AT_ONCE[edition])).map(read))
        made.push(...next.filter(Boolean).map(page => item(page, edition)))
        chance += next.filter(page => !page).length
      }
      // Best first: after so many pages that were found by chance come hardly any others.
      rest = chance < CHANCE ? Math.max(0, pages.length - looked) : 0
      items.append(...made)
      return made[0]
    }
    await more()
    if (rest && isCurrent()) {
      const button = make("button", { type: "button", class: "sj-search__more" }, say("search-more"))
      button.addEventListener("click", async () => {
        const first = await more()
        first?.firstChild.focus()
        if (!rest) button.remove()
      })
      block.append(button)
    }
    return { block, count: items.children.length + rest }
  }

  let latest = 0

  async function search() {
    const current = ++latest
    const isCurrent = () => current === latest
    const query = input.value.trim()
    const chosen = Object.fromEntries(choices.filter(({ value }) => value).map(({ name, value }) => [name, value]))
    if (!query) {
      results.replaceChildren()
      status.textContent = say("search-type")
      results.removeAttribute("aria-busy")
      return
    }
    results.setAttribute("aria-busy", "true")
    if (!results.firstChild) status.textContent = say("search-wait")
    const failures = []
    const counts = []
    for (const edition of [own, other]) {
      try {
        const engine = await index(edition)
        const pages = await find(engine, query, chosen)
        const { block, count } = await list(pages, edition, isCurrent)
        if (!isCurrent()) return
        if (edition === own) results.replaceChildren()
        if (count) results.append(block)
        counts.push(count)
      } catch (error) {
        if (!isCurrent()) return
        failures.push(error)
        if (edition === own) results.replaceChildren()
      }
      tell(query, counts, failures, Object.keys(chosen).length)
    }
    results.removeAttribute("aria-busy")
  }

  function tell(query, counts, failures, filtered) {
    const total = counts.reduce((sum, count) => sum + count, 0)
    const done = counts.length + failures.length === 2
    if (total) {
      const number = say(total === 1 ? "search-one" : "search-many", { count: total })
      status.textContent = done && !failures.length && counts[0] === 0 ? `${number}. ${say("search-none-own")}` : number
    } else if (!done) {
      status.textContent = say("search-wait")
    } else {
      const key = failures.length === 2 ? "search-failed" : filtered ? "search-none-filtered" : "search-none"
      status.replaceChildren(say(key, { query }), " ", make("a", { href: archive }, say("search-archive")))
    }
  }

  /* Filters: the same value in both editions, `Pangan|Food`, of which the reader sees one side. */

  async function fill() {
    const found = {}
    for (const edition of [own, other]) {
      try {
        const engine = await index(edition)
        for (const [name, values] of Object.entries(await engine.pagefind.filters())) {
          for (const value of Object.keys(values)) (found[name] ??= new Set()).add(value)
        }
      } catch {} // said where results are
    }
    for (const choice of choices) {
      const named = [...(found[choice.name] || [])].map(value => [value, value.split("|").at(own === "en" ? -1 : 0)])
      named.sort(([, a], [, b]) => (choice.name === "year" ? b - a : a.localeCompare(b, own)))
      const options = named.map(([value, name]) => make("option", { value }, name))
      choice.replaceChildren(choice.firstElementChild, ...options)
    }
  }

  filters.addEventListener("toggle", () => {
    if (filters.open && choices.every(choice => choice.length === 1)) fill()
  })
  filters.addEventListener("change", search)

  /* Opening and closing: the toggle is Material's, so that its styles and its scroll lock work. */

  let before = null

  function open(wanted) {
    if (toggle.checked !== wanted) toggle.click()
  }

  toggle.addEventListener("change", () => {
    if (toggle.checked) {
      before = document.activeElement === input ? null : document.activeElement
      filters.hidden = false
      input.focus()
      index(own).catch(() => {}) // said when a word is typed
    } else {
      if (box.contains(document.activeElement)) document.activeElement.blur()
      before?.focus?.({ preventScroll: true })
    }
  })
  input.addEventListener("focus", () => open(true))
  box.addEventListener("focusout", event => {
    if (event.relatedTarget && !box.contains(event.relatedTarget) && event.relatedTarget !== toggle) {
      before = null
      open(false)
    }
  })

  let pause
  input.addEventListener("input", () => {
    clearTimeout(pause)
    results.setAttribute("aria-busy", "true")
    pause = setTimeout(search, PAUSE)
  })
  form.addEventListener("reset", () => {
    input.focus()
    setTimeout(search)
  })
  form.addEventListener("submit", event => event.preventDefault())

  const links = () => [...results.querySelectorAll("a, button")]

  function move(step) {
    const stops = [input, ...links()]
    const at = Math.max(0, stops.indexOf(document.activeElement))
    stops.at((at + step) % stops.length).focus()
  }

  function pressed(event) {
    const on = document.activeElement
    if (event.key === "Escape") return open(false)
    if (on?.closest("select, summary")) return null
    if (event.key === "ArrowDown" || event.key === "ArrowUp") return move(event.key === "ArrowDown" ? 1 : -1)
    if (event.key === "Enter" && on === input) return links()[0]?.click()
    if (event.key.length === 1 && event.key !== " " && on !== input) input.focus()
    return null
  }

  document.addEventListener("keydown", event => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return
    if (toggle.checked) {
      if (pressed(event) !== null) event.preventDefault()
    } else if (["/", "s", "f"].includes(event.key) && !document.activeElement?.closest(EDITABLE)) {
      open(true)
      event.preventDefault()
    }
  })

  /* Arriving: the paragraph is lit by `:target`, its words are marked, and a screen reader goes on from there. */

  function remember({ address, found }) {
    try {
      sessionStorage.setItem(MEMORY, JSON.stringify({ place: address.pathname + address.hash, found, at: Date.now() }))
    } catch {} // a browser that keeps nothing: no words are marked
    CSS.highlights?.delete(MEMORY)
    before = null
    open(false)
    if (address.pathname === location.pathname) arrival() // no new page: only the hash will change
  }

  /** Material sets the hash a little after it has shown a page. */
  function arrival(tries = 40) {
    if (!arrive() && tries) setTimeout(arrival, 50, tries - 1)
  }

  /** True when there is nothing more to wait for. */
  function arrive() {
    let memory = null
    try {
      memory = JSON.parse(sessionStorage.getItem(MEMORY))
    } catch {}
    // Kept for a while: Material may show the same page once more after we have arrived.
    if (!memory || Date.now() - memory.at > FRESH) return true
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (memory.place !== location.pathname + location.hash || !place) return false
    const text = place.querySelector(`:scope > [lang="${own}"]`) || place
    if (!text.getClientRects().length) place.classList.add("sj-open") // the reader has chosen the other language
    mark(text, new Set(memory.found))
    if (toggle.checked) return true // searching again already
    place.setAttribute("tabindex", "-1")
    place.focus({ preventScroll: true })
    place.scrollIntoView({ block: "center", behavior: "instant" })
    return true
  }

  function mark(element, found) {
    if (!CSS.highlights) return
    const ranges = []
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      for (const word of walker.currentNode.data.matchAll(new RegExp(WORD, "gu"))) {
        if (!found.has(bare(word[0]))) continue
        const range = new Range()
        range.setStart(walker.currentNode, word.index)
        range.setEnd(walker.currentNode, word.index + word[0].length)
        ranges.push(range)
      }
    }
    CSS.highlights.set(MEMORY, new Highlight(...ranges))
  }

  function begin() {
    CSS.highlights?.delete(MEMORY)
    arrival()
  }

  if (typeof document$ === "undefined") begin()
  else document$.subscribe(begin)
})()
