/* Before anything is drawn: by day or by night, as the system says. */
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)")
  const set = () => { document.documentElement.dataset.mdColorScheme = dark.matches ? "slate" : "default" }
  dark.addEventListener("change", set)
  set()
})()
