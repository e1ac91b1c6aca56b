import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptAuthSecret, keptPasswords } from '#db/embedded/cluster'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync('/tmp/sviato-kept-')
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('a secret is made once, private, and nothing half made stays beside it', () => {
  const made = keptAuthSecret(dataDir)
  expect(made.length).toBeGreaterThanOrEqual(32)
  expect(keptAuthSecret(dataDir)).toBe(made)
  expect(statSync(join(dataDir, 'auth-secret')).mode & 0o777).toBe(0o600)
  expect(readdirSync(dataDir)).toEqual(['auth-secret'])
})

test('what a kill left empty is made at the next start', () => {
  for (const name of ['auth-secret', 'postgres-passwords.json']) writeFileSync(join(dataDir, name), '')
  const [secret, passwords] = [keptAuthSecret(dataDir), keptPasswords(dataDir)]
  expect([keptAuthSecret(dataDir), keptPasswords(dataDir)]).toEqual([secret, passwords])
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(Object.keys(passwords)).toEqual(['superuser', 'owner', 'app'])
})

test('the passwords of a database that is there are never made anew', () => {
  mkdirSync(join(dataDir, 'postgres'))
  writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n')
  for (const left of [undefined, '']) {
    if (left !== undefined) writeFileSync(join(dataDir, 'postgres-passwords.json'), left)
    expect(() => keptPasswords(dataDir)).toThrow(/postgres-passwords\.json is gone or empty/)
  }
  const path = join(dataDir, 'postgres-passwords.json')
  expect(existsSync(path) && readFileSync(path, 'utf8')).toBe('')
})
