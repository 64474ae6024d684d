/*
  The stem of an English word, as Snowball's English stemmer has it (Porter 2, version 3 of 2025):
  https://snowballstem.org/algorithms/english/stemmer.html. The index is made with the same rules, so two words that
  it brings together have one stem here too. A test compares it with the Python package word by word.
*/

const WHOLE = {
  skis: "ski", skies: "sky", idly: "idl", gently: "gentl", singly: "singl", ugly: "ugli", early: "earli", only: "onli",
}
const FIXED = new Set("sky news howe atlas cosmos bias andes".split(" "))
const FIXED_SINGULAR = /^(?:inn|out|cann|herr|earr|even)ing$|^(?:proc|exc|succ)eed$/
const REGION = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/
const VOWEL = /[aeiouy]/

const STEP_2 = {
  tional: "tion", enci: "ence", anci: "ance", abli: "able", entli: "ent", izer: "ize", ization: "ize",
  ational: "ate", ation: "ate", ator: "ate", alism: "al", aliti: "al", alli: "al", fulness: "ful",
  ousli: "ous", ousness: "ous", iveness: "ive", iviti: "ive", biliti: "ble", bli: "ble", ogist: "og",
  fulli: "ful", lessli: "less", ogi: "og", li: "",
}
const STEP_3 = {
  tional: "tion", ational: "ate", alize: "al", icate: "ic", iciti: "ic", ical: "ic", ful: "", ness: "", ative: "",
}
const STEP_4 = Object.fromEntries(
  "al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion".split(" ").map(suffix => [suffix, ""]),
)
/* A suffix that stands only after certain letters. */
const AFTER = { ogi: /l$/, li: /[cdeghkmnrt]$/, ion: /[st]$/ }

const longestFirst = suffixes => [...suffixes].sort((a, b) => b.length - a.length)
const ORDER_2 = longestFirst(Object.keys(STEP_2))
const ORDER_3 = longestFirst(Object.keys(STEP_3))
const ORDER_4 = longestFirst(Object.keys(STEP_4))

/** Where the part begins that follows the first consonant after a vowel, from `start` on. */
function region(word, start) {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(start))
  return found ? start + found.index + 2 : word.length
}

/** A short syllable ends the word: consonant, vowel, consonant, or a vowel and a consonant alone. */
const endsShort = word => /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|^past$/.test(word)

const cut = (word, suffix) => word.slice(0, word.length - suffix.length)

function plural(word) {
  if (word.endsWith("sses")) return cut(word, "es")
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1)
  if (/[us]s$/.test(word) || !word.endsWith("s")) return word
  return VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word
}

function past(word, first) {
  const eed = /eed(?:ly)?$/.exec(word)
  if (eed) return eed.index >= first ? word.slice(0, eed.index) + "ee" : word
  const found = /(?:ed|ing)(?:ly)?$/.exec(word)
  if (!found || !VOWEL.test(word.slice(0, found.index))) return word
  const rest = word.slice(0, found.index)
  if (found[0] === "ing" && /^[^aeiouy]y$/.test(rest)) return rest[0] + "ie"
  if (/(?:at|bl|iz)$/.test(rest)) return rest + "e"
  if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1)
  return rest.length <= first && endsShort(rest) ? rest + "e" : rest
}

function replaced(word, order, replacements, from) {
  const suffix = order.find(one => word.endsWith(one))
  if (!suffix || word.length - suffix.length < from(suffix)) return word
  const rest = cut(word, suffix)
  return (AFTER[suffix] || /^/).test(rest) ? rest + replacements[suffix] : word
}

function ending(word, first, second) {
  if (word.endsWith("e")) {
    const rest = cut(word, "e")
    return rest.length >= second || (rest.length >= first && !endsShort(rest)) ? rest : word
  }
  return word.endsWith("ll") && word.length - 1 >= second ? cut(word, "l") : word
}

/** `word` in small letters, with straight apostrophes. */
export function stem(word) {
  if (Object.hasOwn(WHOLE, word)) return WHOLE[word]
  if (FIXED.has(word) || word.length < 3) return word
  let now = word.replace(/^'/, "").replace(/^y|([aeiouy])y/g, (_, vowel = "") => `${vowel}Y`)
  const first = REGION.exec(now)?.[0].length ?? region(now, 0)
  const second = region(now, first)
  now = plural(now.replace(/'s?'?$/, ""))
  if (FIXED_SINGULAR.test(now)) return now
  now = past(now, first)
  now = now.replace(/(?<=.[^aeiouy])[yY]$/, "i")
  now = replaced(now, ORDER_2, STEP_2, () => first)
  now = replaced(now, ORDER_3, STEP_3, suffix => (suffix === "ative" ? second : first))
  now = replaced(now, ORDER_4, STEP_4, () => second)
  return ending(now, first, second).toLowerCase()
}
