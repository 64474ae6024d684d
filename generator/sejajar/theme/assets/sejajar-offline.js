/*
 * Reading without a network, as far as a page has a part in it: it brings the worker once it is loaded, names what was
 * read before there was one, and offers to keep a month of the archive. See `sejajar-worker.js`.
 */
(() => {
  "use strict"
  const own = document.currentScript
  const workers = navigator.serviceWorker
  if (!workers || !isSecureContext || !location.protocol.startsWith("http")) return
  const root = new URL("..", own.src)
  const words = JSON.parse(own.dataset.sjWords)
  const unseen = !workers.controller // whatever was loaded, no worker has seen it

  const tell = message => workers.ready.then(({ active }) => active.postMessage(message))

  /** The answers to a question, each as it comes; the last has `kept`. */
  async function ask(message, heard) {
    const { active } = await workers.ready
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => heard(data)
    active.postMessage(message, [port2])
  }

  async function register() {
    try {
      await workers.register(new URL("sejajar-worker.js", root), { scope: root.pathname, updateViaCache: "none" })
    } catch { return } // the site is read as without it
    if (unseen && document.querySelector(".sj-article")) {
      const pictures = [...document.querySelectorAll(".sj-article img")].map(one => one.src)
      tell({ read: { address: location.href, pictures } })
    }
    if (typeof document$ === "undefined") offer()
    else document$.subscribe(offer)
  }

  /* A month of the archive */

  const monthOf = link => link.href.match(/\/(\d{4}\/\d{2})\/[^/]+\/?$/)?.[1]

  /** The articles of a month that goes on over more pages than this one. */
  async function articles(list) {
    const found = [...list.querySelectorAll("li > a")].map(link => link.href)
    const seen = new Set([location.href.split("#")[0]])
    for (const link of list.tagName === "UL" ? [] : document.querySelectorAll(".sj-pager a")) {
      if (seen.has(link.href)) continue
      seen.add(link.href)
      const text = await (await fetch(link.href)).text()
      const page = new DOMParser().parseFromString(text, "text/html")
      for (const one of page.querySelectorAll(".sj-rows li > a")) found.push(new URL(one.getAttribute("href"), link.href).href)
    }
    return [...new Set(found)]
  }

  function button(place, list, month) {
    const made = document.createElement("button")
    made.type = "button"
    made.className = "sj-keep"
    const said = document.createElement("span")
    said.className = "sj-keep__said"
    said.setAttribute("role", "status")
    const show = ({ kept, failed }) => {
      made.disabled = false
      made.setAttribute("aria-pressed", String(kept > 0))
      made.textContent = kept > 0 ? words.drop : words.keep
      said.textContent = failed ? words[failed] : kept > 0 ? words.kept.replace("{count}", kept) : ""
    }
    const heard = told => {
      if ("kept" in told) show(told)
      else said.textContent = words.keeping.replace("{done}", told.done).replace("{total}", told.total)
    }
    async function keep() {
      try {
        await ask({ keep: { month, pages: await articles(list) } }, heard)
      } catch { show({ kept: 0, failed: "network" }) }
    }
    made.addEventListener("click", () => {
      made.disabled = true
      if (made.getAttribute("aria-pressed") === "true") ask({ drop: month }, heard)
      else keep()
    })
    /* What is kept grows with the month: whoever comes back to its page has its new articles too. */
    ask({ asks: month }, told => { show(told); place.after(line); if (told.kept) keep() })
    const line = document.createElement("p")
    line.className = "sj-keep-line"
    line.append(made, said)
  }

  function offer() {
    const archive = document.querySelector(".sj-archive.sj-rows:not(.sj-name)")
    if (!archive || archive.dataset.sjOffered) return
    archive.dataset.sjOffered = ""
    const headings = archive.querySelectorAll("h2[id^=m]")
    for (const place of headings.length ? headings : archive.querySelectorAll("h1")) {
      const list = headings.length ? place.nextElementSibling : archive
      const link = list?.querySelector("li > a")
      const month = link && monthOf(link)
      if (month) button(place, list, `${document.documentElement.lang} ${month}`)
    }
  }

  workers.addEventListener("message", ({ data }) => { if (data.gone) location.reload() })
  addEventListener("online", () => tell({ online: true }))
  const begin = () => (window.requestIdleCallback ?? setTimeout)(register)
  if (document.readyState === "complete") begin()
  else addEventListener("load", begin)
})()
