import { sql } from 'drizzle-orm'
import { db } from '#db/client'
import { newId } from '#db/ids'
import type { Actor } from '#domain/access'
import type { Random } from '#domain/random'
import { addDays } from '#domain/site-time'

const AT = new Date('2026-01-05T08:00:00Z')

export type Stay = { positionId: string; from: string; to: string | null; kind: 'hire' | 'across' | 'acting' }

/** Puts one more stay into a person's past. */
export const addStay = (person: Actor, { positionId, from, to, kind }: Stay) =>
  db.execute(sql`
    insert into employments (id, person_id, position_id, site_id, kind, valid, created_at)
    values (${newId(AT)}, ${person.personId}, ${positionId}, ${person.siteId}, ${kind}, daterange(${from}, ${to}), ${AT})`)

/** Gives a person other stays than the one they were made with. */
export const setStays = async (person: Actor, stays: readonly Stay[]) => {
  await db.execute(sql`delete from employments where person_id = ${person.personId}`)
  for (const stay of stays) await addStay(person, stay)
}

/**
 * A working life read backwards from a day on which the person stands in `ownId`: some positions held twice, some days between two
 * stays without any, and some beside their own as acting. Now and then it reaches past the day: what comes then is not served yet.
 */
export function randomStays(
  random: Random,
  today: string,
  ownId: string,
  positionIds: readonly string[],
): Stay[] {
  const until = random.chance(0.2) ? addDays(today, random.between(1, 90)) : null
  let from = addDays(today, -random.between(0, 500))
  const stays: Stay[] = [{ positionId: ownId, from, to: until, kind: 'across' }]
  if (until) stays.push({ positionId: random.pick(positionIds), from: until, to: null, kind: 'across' })
  for (let left = random.between(0, 4); left > 0; left--) {
    const to = random.chance(0.3) ? addDays(from, -random.between(1, 200)) : from
    from = addDays(to, -random.between(1, 400))
    stays.push({ positionId: random.pick(positionIds), from, to, kind: left === 1 ? 'hire' : 'across' })
  }
  // One after another: nobody acts twice on a day.
  let start = addDays(today, -random.between(0, 300))
  for (let left = random.between(0, 2); left > 0; left--) {
    const to = addDays(start, random.between(1, 60))
    stays.push({ positionId: random.pick(positionIds), from: start, to, kind: 'acting' })
    start = addDays(to, random.between(0, 40))
  }
  return stays
}
