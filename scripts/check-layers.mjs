import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { argv, chdir, cwd, exit } from 'node:process'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'

const FOLDERS = ['app', 'components', 'server', 'domain', 'db', 'e2e', 'bench', 'scripts']
const DEEPEST_PAGE = 4
const PICTURE = /(<!-- layers:begin -->\n)[\s\S]*?(<!-- layers:end -->)/

/** Reads every module below `root` and answers with what breaks the layers, each fault as one sentence. */
export async function checkLayers(root = cwd()) {
  const before = cwd()
  chdir(root)
  try {
    const folders = FOLDERS.filter((folder) => existsSync(folder))
    const options = await extractOptions(
      fileURLToPath(new URL('../.dependency-cruiser.cjs', import.meta.url)),
    )
    const { output } = await cruise(folders, options)
    const faults = output.summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from}${to === from ? '' : ` → ${to}`}`,
    )
    return {
      faults: [...faults, ...unread(folders, output.modules), ...tooDeep(), ...heavy(output.modules)],
      modules: output.modules,
      read: output.modules.filter(({ source }) => folders.some((folder) => source.startsWith(`${folder}/`)))
        .length,
    }
  } finally {
    chdir(before)
  }
}

// Under another major version of TypeScript dependency-cruiser reads nothing and finds nothing wrong.
function unread(folders, modules) {
  const seen = new Set(modules.filter(({ couldNotResolve }) => !couldNotResolve).map(({ source }) => source))
  return folders
    .flatMap(filesBelow)
    .filter((file) => /\.tsx?$/.test(file) && !seen.has(file))
    .map((file) => `unread: ${file}`)
}

const says = (file, words) => existsSync(file) && readFileSync(file, 'utf8').startsWith(`'${words}'`)

// Counts people by Erlang while somebody types, by the very rules of the server; a desk of planners, not a page of everybody.
const EARNED = 'components/rotation/forecast-grid.tsx'

// A third of a page's script would be schemas, and the server asks them anyway. Actions are calls, so the way ends there.
function heavy(modules) {
  const next = new Map(
    modules.map(({ source, dependencies }) => [
      source,
      dependencies
        .filter(({ dependencyTypes }) => !dependencyTypes.includes('type-only'))
        .map(({ resolved }) => resolved),
    ]),
  )
  const reaches = (source, met = new Set()) => {
    if (/node_modules\/zod\//.test(source)) return true
    if (met.has(source) || says(source, 'use server')) return false
    met.add(source)
    return (next.get(source) ?? []).some((one) => reaches(one, met))
  }
  return modules
    .filter(({ source }) => source !== EARNED && says(source, 'use client') && reaches(source))
    .map(({ source }) => `schemas-stay-on-the-server: ${source} takes zod to the browser`)
}

function tooDeep() {
  if (!existsSync('app')) return []
  return filesBelow('app')
    .filter((file) => file.split('/').length - 2 > DEEPEST_PAGE)
    .map((file) => `too-deep: ${file} lies more than ${DEEPEST_PAGE} folders below app/`)
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative('.', join(entry.parentPath ?? entry.path, entry.name)))
}

const layerOf = (path) => {
  if (path.startsWith('app/_next/')) return 'app/_next'
  if (path.startsWith('db/seed/demo/')) return 'db/seed/demo'
  const [first] = path.split('/')
  return [...FOLDERS, 'messages'].includes(first) ? first : undefined
}

/** The layers and their imports as a Mermaid graph; a dashed line stands for types alone. */
export function drawLayers(modules) {
  const lines = new Map()
  for (const { source, dependencies } of modules) {
    if (/\.test\.tsx?$/.test(source) || source.startsWith('scripts/check-')) continue
    for (const dependency of dependencies) {
      const [from, to] = [layerOf(source), layerOf(dependency.resolved)]
      if (!from || !to || from === to) continue
      const line = `${from} ${to}`
      lines.set(line, (lines.get(line) ?? false) || !dependency.dependencyTypes.includes('type-only'))
    }
  }
  const edges = [...lines].sort().map(([line, solid]) => {
    const [from, to] = line.split(' ')
    return `  ${nodeOf(from)} ${solid ? '-->' : '-.->'} ${nodeOf(to)}`
  })
  return ['```mermaid', 'flowchart TD', ...edges, '```', ''].join('\n')
}

const nodeOf = (layer) => `${layer.replaceAll(/\W/g, '-')}["${layer}"]`

function comparePicture(root, modules, write) {
  const path = join(root, 'docs/ARCHITECTURE.md')
  const text = readFileSync(path, 'utf8')
  if (!PICTURE.test(text))
    return ['picture: docs/ARCHITECTURE.md has no <!-- layers:begin --> … <!-- layers:end -->']
  const fresh = text.replace(PICTURE, (_, begin, end) => `${begin}${drawLayers(modules)}${end}`)
  if (fresh === text) return []
  if (!write) return ['picture: docs/ARCHITECTURE.md is stale; run node scripts/check-layers.mjs --write']
  writeFileSync(path, fresh)
  return []
}

if (argv[1] && resolve(argv[1]) === fileURLToPath(import.meta.url)) {
  const root = resolve(fileURLToPath(new URL('..', import.meta.url)))
  const { faults, modules, read } = await checkLayers(root)
  const all = [...faults, ...comparePicture(root, modules, argv.includes('--write'))]
  for (const fault of all) console.error(fault)
  console.log(`${read} modules read, ${all.length} faults`)
  exit(all.length || !read ? 1 : 0)
}
