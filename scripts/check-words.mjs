import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { argv, exit } from 'node:process'
import { fileURLToPath } from 'node:url'
import { faultsOfCatalogue, flatten } from './words/catalogue.mjs'
import { readSource } from './words/sources.mjs'

/** What is wrong with the words of the project below `root`: the catalogue, its use, and text outside of it. */
export function checkWords(root, allowed) {
  const languages = Object.fromEntries(['uk', 'en'].map((locale) => [locale, readMessages(root, locale)]))
  const keys = flatten(languages.uk).map(([key]) => key)
  const sources = ['app', 'components', 'server', 'domain', 'db'].flatMap((folder) =>
    readFolder(root, folder),
  )
  const shown = sources.filter(({ path }) => /^(app|components)\//.test(path))
  return {
    keys,
    faults: [
      ...faultsOfCatalogue(languages, allowed.foreign),
      ...shown.flatMap(({ read }) => read.spoken),
      ...faultsOfUse(
        keys,
        sources.map(({ read }) => read),
        allowed.dynamic,
      ),
    ],
  }
}

function readMessages(root, locale) {
  const folder = join(root, 'messages', locale)
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  return Object.fromEntries(
    files.map((name) => [basename(name, '.json'), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  )
}

function readFolder(root, folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, read: readSource(path, readFileSync(join(root, path), 'utf8')) }))
}

/** Keys that nobody asks for, keys that nobody wrote, permissions that nobody needs any more. */
export function faultsOfUse(keys, reads, dynamic) {
  const all = (part) => reads.flatMap((read) => [...read[part]])
  const [uses, heads, open, anywhere] = [new Set(all('uses')), all('heads'), all('open'), all('anywhere')]
  const names = new Set(all('names'))
  const begins = [...open, ...dynamic.map((prefix) => prefix.replace(/\*$/, ''))]
  // A key picked at run time counts as used while its last word is still spoken somewhere in the code.
  const isUsed = (key) =>
    uses.has(key) ||
    heads.some((head) => key.startsWith(head)) ||
    anywhere.some((end) => key.endsWith(`.${end}`)) ||
    (begins.some((prefix) => key.startsWith(prefix)) && names.has(key.split('.').at(-1)))
  const exists = (key) => keys.includes(key) || keys.some((one) => one.startsWith(`${key}.`))
  return [
    ...keys.filter((key) => !isUsed(key)).map((key) => `unused: ${key}`),
    ...[...uses].filter((key) => !exists(key)).map((key) => `unwritten: ${key}`),
    ...heads.filter((head) => !keys.some((key) => key.startsWith(head))).map((head) => `unwritten: ${head}…`),
    ...dynamic
      .filter((prefix) => !keys.some((key) => key.startsWith(prefix.replace(/\*$/, ''))))
      .map((prefix) => `allowed.json names ${prefix}, which no key begins with`),
  ]
}

if (argv[1] && resolve(argv[1]) === fileURLToPath(import.meta.url)) {
  const root = resolve(fileURLToPath(new URL('..', import.meta.url)))
  const allowed = JSON.parse(readFileSync(new URL('words/allowed.json', import.meta.url), 'utf8'))
  const { keys, faults } = checkWords(root, allowed)
  for (const fault of faults) console.error(fault)
  console.log(`${keys.length} keys in two languages, ${faults.length} faults`)
  exit(faults.length ? 1 : 0)
}
