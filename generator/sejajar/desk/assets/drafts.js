/**
 * Words that are being typed, in this browser until the desk has them: a closed lid or a dead server loses none. They
 * are kept by the pair's anchor, which stays when somebody corrects its Indonesian.
 */
const key = (article, pair) => `sejajar-desk:${article}:${pair}`

export function keep(article, pair, text, revision) {
  try {
    localStorage.setItem(key(article, pair), JSON.stringify({ text, revision }))
  } catch { /* a browser that keeps nothing still types */ }
}

/** Forgets them; with `text` only as long as they are these. */
export function drop(article, pair, text) {
  try {
    if (text === undefined || found(article, pair)?.text === text) localStorage.removeItem(key(article, pair))
  } catch { /* nor has it anything to forget */ }
}

/** What was typed of a pair and not saved; null for nothing. */
export function found(article, pair) {
  try {
    return JSON.parse(localStorage.getItem(key(article, pair)))
  } catch {
    return null
  }
}
