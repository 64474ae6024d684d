/*
  Which words of a text are kin to the word typed, where the stemmer does not bring them together. It cuts affixes
  without knowing any roots: *penguatan* becomes "uat", *menteri* "teri". Here every root that a word may have is
  considered, lost first sounds (k, t, s, p) put back, and one counts that two words share.
  Affixes after Sneddon et al., Indonesian Reference Grammar (2010), chapter 1.
*/

const PREFIXES = [
  [/^(?:di|ke|se|ter|ber|per)/, ""],
  [/^be(?=[^aiueolr]|l?ajar)/, ""],
  [/^[bp]el(?=ajar)/, ""],
  [/^[mp]e(?=[lrwy])/, ""],
  [/^pe(?=[^aiueolrwymn])/, ""],
  [/^[mp]em(?=[bfpv])/, ""],
  [/^[mp]em(?=[aiueo])/, "p", "m"],
  [/^[mp]en(?=[cdjstz])/, ""],
  [/^[mp]en(?=[aiueo])/, "t", "n"],
  [/^[mp]eny(?=[aiueo])/, "s", "ny"],
  [/^[mp]eng(?=[ghk])/, ""],
  [/^[mp]eng(?=[aiueo])/, "", "k"],
  [/^[mp]enge(?=[^aiueo][aiueo][^aiueo]+(?:an|kan)?$)/, ""],
]
const SUFFIXES = /(?:nya|lah|kah|pun|kan|an|i)$/
const ROOT = /^(?!m[^aiueo]|n[^aiueoy]|ny[^aiueo])(?=.*[aiueo].*[aiueo])[a-z]{3,}$/
const ONE_SYLLABLE = /^[^aiueo][aiueo][^aiueo]$/
const MOST = 6

/** The word and all that may be its root, the word first. */
export function roots(word) {
  const found = new Set([word])
  for (const form of found) {
    const shorter = [form.replace(SUFFIXES, ""), form.replace(/kan$/, "k")]
    for (const [prefix, ...sounds] of PREFIXES) {
      if (prefix.test(form)) shorter.push(...sounds.map(sound => form.replace(prefix, sound)))
    }
    const short = /^[mp]enge/.test(word)
    for (const one of shorter) if (ROOT.test(one) || (short && ONE_SYLLABLE.test(one))) found.add(one)
  }
  return found
}

/**
 * Whether a word that Pagefind found for a typed one is rightly found: Pagefind also takes words whose stems begin
 * alike (*diterima* for *menteri*), and for an unknown word some that begins it (*per* for *perjanjian*).
 */
export function related(edition, typed, word) {
  if (word.startsWith(typed)) return true
  if (edition === "en") return alike(typed, word)
  const own = roots(typed)
  return [...roots(word)].some(root => own.has(root))
}

/* English changes a word at its end: *study* and *studies*, *general* and *generalisation*. */
function alike(typed, word) {
  const [short, long] = typed.length < word.length ? [typed, word] : [word, typed]
  const differ = [...short].findIndex((letter, place) => letter !== long[place])
  const common = differ < 0 ? short.length : differ
  return common >= Math.max(3, short.length - 2) && (long.length - short.length <= 4 || short.length > 4)
}

/** Reads `forms.txt`; returns a function from a typed word to words to be searched for besides, one for each line. */
export function kinship(edition, text) {
  const lines = text.split("\n").filter(Boolean).map(line => line.split(" "))
  return edition === "en" ? irregular(lines) : affixed(lines)
}

function irregular(lines) {
  return typed => {
    const found = lines.filter(words => words.includes(typed)).flat()
    return [...new Set(found)].filter(word => word !== typed).slice(0, MOST)
  }
}

function affixed(lines) {
  const every = new Set(lines.flat())
  const shares = root => word => word.includes(root.slice(1)) && roots(word).has(root)
  /* A root that the typed word only may have must be vouched for: by standing in the text, or by other words. */
  const vouched = (root, kin) =>
    every.has(root) ? root.length > 3 || ONE_SYLLABLE.test(root) : root.length > 3 && kin.length > 1
  return typed => {
    const found = new Set()
    const longestFirst = [...roots(typed)].sort((a, b) => (b === typed) - (a === typed) || b.length - a.length)
    for (const root of longestFirst) {
      const kin = lines.filter(words => words.some(shares(root)))
      if (root === typed || vouched(root, kin)) {
        kin.sort((a, b) => b.length - a.length)
        for (const words of kin) if (!words.includes(typed)) found.add(words.find(shares(root)))
      }
    }
    return [...found].slice(0, MOST)
  }
}
