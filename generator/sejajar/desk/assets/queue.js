/** The queue: bars, filters that need no button, and keys. */
for (const cell of document.querySelectorAll("[data-share]")) cell.style.setProperty("--sj-share", cell.dataset.share)

const filters = document.querySelector(".desk-filters")
filters.addEventListener("change", event => { if (event.target.matches("select")) filters.requestSubmit() })

const links = [...document.querySelectorAll(".desk-open")]

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return
  if (event.key === "/") document.getElementById("search").focus()
  else if (event.key === "j" || event.key === "k") {
    const at = links.indexOf(document.activeElement)
    const to = event.key === "j" ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0)
    links[to]?.focus()
  } else return
  event.preventDefault()
})

// While articles are still being read, the page comes anew until all are there.
if (document.getElementById("reading")) {
  setInterval(() => { if (document.activeElement === document.body) location.reload() }, 2000)
}
