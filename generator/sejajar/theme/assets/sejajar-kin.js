/*
  Which words of a text are kin to the word typed, where the stemmer does not bring them together. It cuts affixes
  without knowing any roots: *penguatan* becomes "uat", *menteri* "teri". Here every root that a word may have is
  considered, lost first sounds (k, t, s, p) put back, and one counts that two words share.
  Affixes after Sneddon et al., Indonesian Reference Grammar (2010), chapter 1.
*/

import { stem } from "./sejajar-stem.js"

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

/** One spelling for all: small letters, no accents, no apostrophes; whether a text is in NFC or NFD. */
export const fold = text => text.normalize("NFKD").replace(/[\p{M}\p{Cf}'’‘ʼ`´]/gu, "").toLowerCase()

/**
 * What a word may be found by: itself, in one piece, and its parts: *kereta-api*, *keretaapi*, *kereta*, *api*. A sum
 * has its figure as a part, whole: *Rp45.000* has *45.000*.
 */
export function parts(edition, word) {
  const bare = edition === "en" ? word.replace(/(?<=\p{L})['’](?:s$|$)/iu, "") : word
  const whole = fold(bare)
  const pieces = whole.match(/\p{N}+(?:[.,:]\p{N}+)*|\p{L}+/gu) || []
  return new Set([whole, pieces.join(""), ...pieces].filter(Boolean))
}

/**
 * Whether a word that Pagefind found for a typed one is rightly found: it also takes words whose stems begin alike
 * (*diterima* for *menteri*, *apply* for *apple*), and for an unknown word some that begins it (*per* for *perang*).
 */
export function related(edition, typed, word) {
  const roots = rootsIn(edition)
  const own = new Set([...parts(edition, typed)].flatMap(roots))
  return [...parts(edition, word)].flatMap(roots).some(root => own.has(root))
}

const rootsIn = edition => part => (edition === "en" ? [part, stem(part)] : [...roots(part)])

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
