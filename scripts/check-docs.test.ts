import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkDocs } from './check-docs.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'docs-'))
  mkdirSync(join(root, 'docs/decisions'), { recursive: true })
  mkdirSync(join(root, 'db'))
  writeFileSync(join(root, 'db/client.ts'), '')
})

afterEach(() => rmSync(root, { recursive: true }))

const write = (path: string, text: string) => writeFileSync(join(root, path), text)

test('what is there, what stands for many files and what is no path pass', () => {
  write(
    'README.md',
    'See `db/client.ts`, `db/`, `db/schema/<room>.ts`, `and/or`, `npm test` and [why](docs/why.md#a).\n',
  )
  write(
    'docs/why.md',
    '`docs/decisions/NNNN-….md`, `db/client.ts:12`, [back](../README.md), [out](https://example.com)\n',
  )
  expect(checkDocs(root)).toEqual([])
})

test('a path that is gone is found, in backticks and in links', () => {
  write('README.md', '`db/gone.ts`\n')
  write('docs/why.md', '[gone](decisions/0001-gone.md)\n')
  expect(checkDocs(root)).toEqual([
    'README.md names db/gone.ts, which is gone',
    'docs/why.md names docs/decisions/0001-gone.md, which is gone',
  ])
})

test('long documents are found', () => {
  write('README.md', 'line\n'.repeat(121))
  write('docs/decisions/0001-long.md', 'line\n'.repeat(41))
  write('docs/guide.md', 'line\n'.repeat(500))
  expect(checkDocs(root)).toEqual([
    'README.md has 121 lines; 120 are enough',
    'docs/decisions/0001-long.md has 41 lines; 40 are enough',
  ])
})
