/** A light English stemmer: plurals, past and -ing forms, adverbs. It only has to treat all forms of a word alike. */
export function stemEnglish(word: string): string {
  if (word.length < 4) return word
  const singular = word
    .replace(/(?<=..)ies$/, 'y')
    .replace(/(?<=(?:s|x|z|ch|sh))es$/, '')
    .replace(/(?<=[^su])s$/, '')
  const bare = singular.replace(/(?<=[aeiouy].*.)(?:ing|ed|ly)$/, '')
  const single = bare.replace(/([b-df-hj-np-tv-z])\1$/, '$1')
  return single.length > 3 ? single.replace(/e$/, '').replace(/(?<=.{2})y$/, 'i') : single
}
