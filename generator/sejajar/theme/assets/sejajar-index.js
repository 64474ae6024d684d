/* The index of an edition, which both search and the words of a text ask: loaded when it is first asked for, and once. */

const indexes = {}

/**
 * Pagefind, and which words are kin: `{pagefind, kin, fold, related}`. `base` is the site's address. One Pagefind for
 * each edition, each from its own address, since two of one module share a stemmer.
 */
export function index(edition, base) {
  indexes[edition] ??= load(edition, base).catch(error => {
    delete indexes[edition] // who asks next tries again
    throw error
  })
  return indexes[edition]
}

async function load(edition, base) {
  const [pagefind, { kinship, related, fold }, forms] = await Promise.all([
    import(new URL(`pagefind/${edition}/pagefind.js`, base).href),
    import("./sejajar-kin.js"),
    words(edition, base, "forms.txt"),
  ])
  // What is only shown beside a result must not find it: the counterpart's title is of the other language.
  const metaWeights = { title: 0, alt: 0, date: 0, kind: 0 }
  await pagefind.options({ baseUrl: "/", ranking: { metaWeights } })
  await pagefind.init()
  return { pagefind, kin: kinship(edition, forms), fold, related: (typed, word) => related(edition, typed, word) }
}

/** What lies beside the index as text; empty where it does not. */
export async function words(edition, base, name) {
  const answer = await fetch(new URL(`pagefind/${edition}/${name}`, base))
  return answer.ok ? answer.text() : ""
}
