import { tellDraft } from '#db/seed/demo/workplace-draft'
import { seedRoundsHistory } from '#db/seed/demo/workplace-history'
import { seedInstruments } from '#db/seed/demo/workplace-instruments'
import { seedSeats } from '#db/seed/demo/workplace-seats'
import { seedSensors } from '#db/seed/demo/workplace-sensors'
import { tellRounds } from '#db/seed/demo/workplace-story'
import { seedTea } from '#db/seed/demo/workplace-tea'
import type { World } from '#db/seed/demo/world'

/** Halls and seats at the three sites, half a year of rounds, what was mended, a checklist being written, and today's tea. */
export async function seedWorkplace(world: World): Promise<void> {
  const halls = await seedSeats(world)
  await seedInstruments(world)
  await seedRoundsHistory(world, halls)
  await tellRounds(world, halls)
  await tellDraft(world)
  await seedTea(world, halls)
  await seedSensors(world, halls)
}
