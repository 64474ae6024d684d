/** What the page says: in the reader's language to the eye, and to the ear. */
const words = JSON.parse(document.body.dataset.words || "{}")

/** A text in the language of the page, its numbered fields filled. */
export function say(text, ...values) {
  return (words[text] ?? text).replace(/\{(\d+)\}/g, (_, number) => values[number])
}

let fading

/** For the ear; and for the eye too, unless it is seen anyway. */
export function tell(message, { seen = true } = {}) {
  const spoken = document.getElementById("said")
  spoken.textContent = ""
  setTimeout(() => { spoken.textContent = message }, 30) // said again where it is the same again
  if (!seen) return
  const toast = document.getElementById("toast")
  toast.textContent = message
  clearTimeout(fading)
  fading = setTimeout(() => { toast.textContent = "" }, 6000)
}

/** Does what may take elements out of the page for a moment: who types goes on where they were, and no letter is a key. */
export function withFocus(act) {
  const { activeElement: at } = document
  const { selectionStart: start, selectionEnd: end } = at
  act()
  if (document.activeElement === at || !at.isConnected) return
  at.focus({ preventScroll: true })
  if (typeof start === "number") at.setSelectionRange(start, end)
}

/** An element: attributes, and children that are elements or text, never HTML. */
export function make(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value)
    else if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value)
  }
  made.append(...children.filter(child => child !== null && child !== ""))
  return made
}
