import type { Tx } from '#db/client'
import { openDatabase } from '#db/client'
import { seedCareerReference } from '#db/seed/reference/career'
import { seedCoursesReference } from '#db/seed/reference/courses'
import { seedPeopleReference } from '#db/seed/reference/people'
import { seedRecognitionReference } from '#db/seed/reference/recognition'
import { seedRotationReference } from '#db/seed/reference/rotation'
import { seedTrainingChecks } from '#db/seed/reference/training-checks'
import { seedWorkplaceReference } from '#db/seed/reference/workplace'

type Step = (tx: Tx, now: Date) => Promise<void>

/** Shipped content, in the order in which it stands on itself. */
const STEPS: Step[] = [
  seedPeopleReference,
  seedCareerReference,
  seedCoursesReference,
  seedTrainingChecks,
  seedRecognitionReference,
  seedRotationReference,
  seedWorkplaceReference,
]

/** Puts the shipped content into a migrated database; a second time changes nothing. */
export async function seedReference(url: string, now: Date = new Date()): Promise<void> {
  const database = openDatabase(url, { max: 1 })
  try {
    await database.transaction(async (tx) => {
      for (const step of STEPS) await step(tx, now)
    })
  } finally {
    await database.$client.end()
  }
}
