import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { argv, exit } from 'node:process'
import { fileURLToPath } from 'node:url'

const FOLDERS = 'app|components|server|domain|db|messages|e2e|bench|scripts|docs|deploy|\\.ci'
const NAMED = new RegExp(`\`((?:${FOLDERS})/[^\`\\s]*)\``, 'g')
const LINKED = /\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)/g
// `NNNN-….md`, `<room>` and `*` stand for many files.
const PATTERN = /[<>*…{}]|NNNN/
const MADE_LATER = new Set(['bench/results/latest.json'])
const LONGEST = [
  [/^README\.md$/, 120],
  [/^docs\/decisions\/.+\.md$/, 40],
]

/** What the documents below `root` name that is not there, and which of them have grown too long. */
export function checkDocs(root) {
  const inDocs = existsSync(join(root, 'docs'))
    ? readdirSync(join(root, 'docs'), { recursive: true }).map((name) => join('docs', name))
    : []
  const documents = [...readdirSync(root), ...inDocs].filter((name) => name.endsWith('.md'))
  return documents.flatMap((document) => faultsOf(root, document, readFileSync(join(root, document), 'utf8')))
}

function faultsOf(root, document, text) {
  const lines = text.trimEnd().split('\n').length
  const allowed = LONGEST.find(([pattern]) => pattern.test(document))?.[1] ?? Number.POSITIVE_INFINITY
  const named = [...text.matchAll(NAMED)].map(([, path]) => path.replace(/:\d+$/, ''))
  const linked = [...text.matchAll(LINKED)].map(([, path]) => join(dirname(document), path))
  const gone = [...new Set([...named, ...linked])].filter(
    (path) => !PATTERN.test(path) && !MADE_LATER.has(path) && !existsSync(join(root, path)),
  )
  return [
    ...gone.map((path) => `${document} names ${path}, which is gone`),
    ...(lines > allowed ? [`${document} has ${lines} lines; ${allowed} are enough`] : []),
  ]
}

if (argv[1] && resolve(argv[1]) === fileURLToPath(import.meta.url)) {
  const faults = checkDocs(resolve(fileURLToPath(new URL('..', import.meta.url))))
  for (const fault of faults) console.error(fault)
  console.log(`${faults.length} faults in the documents`)
  exit(faults.length ? 1 : 0)
}
