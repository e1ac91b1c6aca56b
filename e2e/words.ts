import { readFileSync } from 'node:fs'

export type Language = 'uk' | 'en'
/** The text of a key such as `ideas.new.title` in the language of the test; for messages without arguments. */
export type Words = (key: string) => string

export function wordsIn(language: Language): Words {
  return (key) => {
    const [file, ...path] = key.split('.')
    let found: unknown = JSON.parse(readFileSync(`messages/${language}/${file}.json`, 'utf8'))
    for (const name of path) found = (found as Record<string, unknown> | undefined)?.[name]
    if (typeof found !== 'string') throw new Error(`messages/${language} has no ${key}`)
    return found
  }
}
