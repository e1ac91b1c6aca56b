import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { mentorships } from '#db/schema/people'
import { AssignMentor } from '#domain/people'
import { invalid } from '#domain/refused'
import { command } from '#server/command'
import { lockPerson } from '#server/people/person-queries'

/** Gives a newcomer a mentor; the one before ends on that day. */
export const assignMentor = command({
  verb: 'people.assignMentor',
  input: AssignMentor,
  output: z.object({}),
  subject: (tx, { menteeId }) => lockPerson(tx, menteeId),
  readable: 'people.show',
  audit: ({ input }) => ({ kind: 'person', id: input.menteeId, detail: { mentorId: input.mentorId } }),
  async run({ tx, actor, input, now, newId }) {
    const { menteeId, mentorId, startsOn } = input
    if (menteeId === mentorId) throw invalid('mentorId', 'wrong')
    await tx.execute(sql`
      update mentorships set valid = daterange(lower(valid), ${startsOn}::date)
      where mentee_id = ${menteeId} and upper(valid) is null and lower(valid) < ${startsOn}::date`)
    const assignedBy = actor.kind === 'person' ? actor.personId : null
    await tx
      .insert(mentorships)
      .values({ id: newId(), menteeId, mentorId, valid: `[${startsOn},)`, assignedBy, createdAt: now })
    return {}
  },
})
