import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { employments } from '#db/schema/people'
import { addDays } from '#domain/months'
import { ACTING_MOST, Act } from '#domain/openings'
import { conflict, invalid } from '#domain/refused'
import { command } from '#server/command'
import { lockPerson } from '#server/people/person-queries'

/** Somebody tries out a position or stands in for another, from-to, beside their own: nothing ends by it. */
export const act = command({
  verb: 'career.act',
  input: Act,
  output: z.object({ employmentId: z.uuid() }),
  subject: (tx, { personId }) => lockPerson(tx, personId),
  readable: 'people.show',
  audit: ({ input, result }) => ({
    kind: 'person',
    id: input.personId,
    detail: { move: 'acting', employmentId: result.employmentId },
  }),
  async run({ tx, actor, input, subject: person, now, newId, notify }) {
    if (input.personId === actor.personId) throw conflict('notYourself')
    if (!person.siteId || !person.since) throw invalid('personId', 'notEmployed')
    if (person.positionId === input.positionId) throw invalid('positionId', 'alreadyThere')
    if (input.startsOn < person.since) throw invalid('startsOn', 'beforeHire')
    if (input.lastDay > addDays(input.startsOn, ACTING_MOST)) throw invalid('lastDay', 'actingTooLong')
    const { rows } = await tx.execute(sql`
      select 1 from employments e where e.person_id = ${input.personId} and e.kind = 'acting'
        and e.valid && daterange(${input.startsOn}::date, ${input.lastDay}::date, '[]')`)
    if (rows.length) throw conflict('actingAlready')
    const employmentId = newId()
    await tx.insert(employments).values({
      id: employmentId,
      personId: input.personId,
      positionId: input.positionId,
      siteId: person.siteId,
      teamId: person.teamId,
      kind: 'acting',
      valid: `[${input.startsOn},${addDays(input.lastDay, 1)})`,
      decidedBy: actor.kind === 'person' ? actor.personId : null,
      createdAt: now,
    })
    notify({ to: [input.personId], kind: 'career.acting', href: '/career' })
    return { employmentId }
  },
})
