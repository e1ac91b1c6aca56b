import { afterAll, inject } from 'vitest'
import { closeDatabase } from '#db/client'
import { settle } from '#db/environment'
import { cloneDatabase } from '#db/testing/server'

// Before any module of the test file is loaded, so that whatever opens "the" database opens this one.
const postgres = inject('postgres')
const mine = await cloneDatabase(postgres, postgres.template)
settle({
  DATABASE_URL: mine.url,
  DATABASE_OWNER_URL: mine.ownerUrl,
  AUTH_SECRET: 'only-for-tests-'.repeat(3),
})
// What a file before left under way may have opened its own database once more since it was closed.
await closeDatabase()

Object.assign(globalThis, { sviatoLooksAtAnswers: true })

afterAll(async () => {
  await closeDatabase()
  await mine.drop()
})
