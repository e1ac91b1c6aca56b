import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkLayers, drawLayers } from './check-layers.mjs'

const sound = {
  'domain/ideas.ts':
    "import { z } from 'zod'\nexport type Idea = { id: string }\nexport const Idea = z.object({})\n",
  'domain/ideas.test.ts': "import { expect } from 'vitest'\nimport { Idea } from './ideas'\nexpect(Idea)\n",
  'db/client.ts': "import { Pool } from 'pg'\nexport const db = new Pool()\n",
  'db/seed/demo/ideas.ts':
    "import { submitIdea } from '#server/ideas/submit'\nexport const story = submitIdea\n",
  'server/command.ts': "import { db } from '#db/client'\nexport const command = () => db\n",
  'server/query.ts': "import { db } from '#db/client'\nexport const query = () => db\n",
  'server/ideas/submit.ts':
    "import type { Idea } from '#domain/ideas'\nimport { command } from '#server/command'\nexport const submitIdea = (_: Idea) => command()\n",
  'server/ideas/queries.ts':
    "import { query } from '#server/query'\nexport const listIdeas = () => query()\n",
  'server/ideas/score-queries.ts': "import { db } from '#db/client'\nexport const listScores = () => db\n",
  'server/flows/award-idea.ts':
    "import { submitIdea } from '#server/ideas/submit'\nexport const awardIdea = submitIdea\n",
  'components/ui/button.tsx': "import Link from 'next/link'\nexport const Button = Link\n",
  'components/ideas/idea-card.tsx':
    "import type { listIdeas } from '#server/ideas/queries'\nimport { Button } from '#components/ui/button'\nexport const IdeaCard = (_: { ideas: typeof listIdeas }) => Button\n",
  'app/_next/session.ts':
    "import { cookies } from 'next/headers'\nexport const currentActor = () => cookies()\n",
  'app/_next/forms.ts':
    "import { currentActor } from './session'\nexport const formAction = () => currentActor()\n",
  'app/(portal)/ideas/page.tsx':
    "import { notFound } from 'next/navigation'\nimport { currentActor } from '#app/_next/session'\nimport { listIdeas } from '#server/ideas/queries'\nexport default () => [notFound, currentActor, listIdeas]\n",
  'app/(portal)/ideas/actions.ts':
    "'use server'\nimport { formAction } from '#app/_next/forms'\nimport { submitIdea } from '#server/ideas/submit'\nexport const submit = async () => [formAction(), submitIdea]\n",
}

const unsound: [rule: string, file: string, text: string][] = [
  ['no-cycles', 'domain/first.ts', "import { b } from './second'\nexport const a = () => b\n"],
  ['resolvable', 'domain/lost.ts', "import { gone } from '#domain/gone'\nexport const lost = gone\n"],
  ['no-barrels', 'server/barrel.ts', "export * from './index'\n"],
  ['not-to-tests', 'server/tested.ts', "import '#domain/ideas.test'\n"],
  [
    'domain-is-pure',
    'domain/clock.ts',
    "import { randomUUID } from 'node:crypto'\nexport const id = randomUUID\n",
  ],
  ['domain-is-pure', 'domain/typed.ts', "import type { db } from '#db/client'\nexport type D = typeof db\n"],
  ['db-stands-on-domain', 'db/verbs.ts', "import '#server/ideas/submit'\n"],
  ['story-uses-verbs', 'db/seed/demo/page.ts', "import '#app/_next/session'\n"],
  [
    'server-looks-down',
    'server/ideas/draw.ts',
    "import type { Button } from '../../components/ui/button'\nexport type B = typeof Button\n",
  ],
  ['framework-stays-above', 'server/react.ts', "import { cache } from 'react'\nexport const c = cache\n"],
  [
    'rooms-meet-above',
    'server/career/promote.ts',
    "import '#server/command'\nimport '#server/ideas/submit'\n",
  ],
  [
    'rooms-meet-above',
    'server/career/award.ts',
    "import '#server/command'\nimport '#server/flows/award-idea'\n",
  ],
  [
    'components-receive',
    'components/ideas/fetching.tsx',
    "import { listIdeas } from '#server/ideas/queries'\nexport const L = listIdeas\n",
  ],
  [
    'components-stay-below-pages',
    'components/ideas/sql.tsx',
    "import type { db } from '#db/client'\nexport type D = typeof db\n",
  ],
  [
    'components-stay-below-pages',
    'components/ideas/acting.tsx',
    "import { submit } from '../../app/(portal)/ideas/actions'\nexport const S = submit\n",
  ],
  [
    'primitives-know-no-room',
    'components/ui/idea.tsx',
    "import type { Idea } from '#domain/ideas'\nexport type I = Idea\n",
  ],
  ['pages-hold-no-sql', 'app/(portal)/sql.tsx', "import { db } from '#db/client'\nexport const d = db\n"],
  [
    'next-lives-in-one-place',
    'app/(portal)/request.ts',
    "import { headers } from 'next/headers'\nexport const h = headers\n",
  ],
  [
    'next-lives-in-one-place',
    'components/layout/sign-out.tsx',
    "import { signOut } from 'next-auth/react'\nexport const s = signOut\n",
  ],
  ['browser-tests-stay-outside', 'e2e/inside.spec.ts', "import '#server/ideas/submit'\n"],
  ['nothing-stands-on-bench', 'server/fast.ts', "import '../bench/floor'\n"],
  ['runtime-needs-runtime', 'server/wrong.ts', "import fc from 'fast-check'\nexport const f = fc\n"],
  ['verbs-are-commands', 'server/ideas/decline.ts', "export const declineIdea = () => 'unguarded'\n"],
  ['reads-are-queries', 'server/career/queries.ts', "export const listLadders = () => 'unguarded'\n"],
  ['pages-ask-who', 'app/(portal)/career/page.tsx', 'export default () => null\n'],
  [
    'actions-are-commands',
    'app/(portal)/career/actions.ts',
    "'use server'\nexport const act = async () => null\n",
  ],
  [
    'schemas-stay-on-the-server',
    'components/ui/heavy.tsx',
    "'use client'\nimport { Idea } from '#domain/ideas'\nexport const i = Idea\n",
  ],
  ['too-deep', 'app/(portal)/a/b/c/d/page.tsx', "import '#app/_next/session'\n"],
]

let root: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'layers-'))
  for (const name of ['package.json', 'tsconfig.json']) cpSync(name, join(root, name))
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'))
  plant(sound)
})

afterAll(() => rmSync(root, { recursive: true }))

function plant(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

test('a sound tree has no fault, and the picture shows its layers', async () => {
  const { faults, modules, read } = await checkLayers(root)
  expect(faults).toEqual([])
  expect(read).toBe(Object.keys(sound).length)
  const picture = drawLayers(modules)
  expect(picture).toContain('app["app"] --> app-_next["app/_next"]')
  expect(picture).toContain('components["components"] -.-> server["server"]')
  expect(picture).not.toContain('domain["domain"] -->')
})

test('each planted fault is caught by its own rule', async () => {
  plant({
    'server/index.ts': 'export const x = 1\n',
    'bench/floor.ts': 'export const floor = 1\n',
    'domain/second.ts': "import { a } from './first'\nexport const b = () => a\n",
  })
  plant(Object.fromEntries(unsound.map(([, path, text]) => [path, text])))
  const { faults } = await checkLayers(root)
  const missed = unsound.filter(
    ([rule, file]) => !faults.some((fault) => fault.startsWith(`${rule}: ${file}`)),
  )
  expect(missed.map(([rule, file]) => `${rule}: ${file}`)).toEqual([])
  expect(faults.filter((fault) => Object.keys(sound).some((file) => fault.includes(`: ${file}`)))).toEqual([])
})
