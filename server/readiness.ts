import { availability } from '#db/availability'

/** Whether this process can serve people, from what it knows already: asking must cost the database nothing. */
export function readiness(): { ready: true } | { ready: false; reason: string } {
  if (availability.database !== 'up') return { ready: false, reason: `database ${availability.database}` }
  if (!availability.migrated) return { ready: false, reason: 'migrations running' }
  return { ready: true }
}
