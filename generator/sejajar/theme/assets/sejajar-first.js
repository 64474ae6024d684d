/* Before the first paint, so that nothing moves when the remembered choice is applied: loaded in the head, not deferred. */
(() => {
  "use strict"
  const root = document.documentElement
  const remembered = name => { try { return __md_get(name) } catch { return null } }
  root.classList.add("sj-js")
  root.setAttribute("data-sj-view", remembered("__sejajar") || (matchMedia("(min-width: 60em)").matches ? "both" : root.lang))
  root.setAttribute("data-sj-size", remembered("__sejajar_size") || "2")
  root.setAttribute("data-sj-line", remembered("__sejajar_line") || "normal")
  root.setAttribute("data-sj-order", remembered("__sejajar_order") || "own")
})()
