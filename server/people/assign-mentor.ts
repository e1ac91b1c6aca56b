import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { grants, mentorships } from '#db/schema/people'
import { AssignMentor } from '#domain/people'
import { invalid } from '#domain/refused'
import { command } from '#server/command'
import { lockPerson } from '#server/people/person-queries'

/** Gives a person a mentor; the one before ends on that day. Whoever mentors somebody has the role, which reaches these people alone. */
export const assignMentor = command({
  verb: 'people.assignMentor',
  input: AssignMentor,
  output: z.object({}),
  subject: (tx, { menteeId }) => lockPerson(tx, menteeId),
  readable: 'people.show',
  audit: ({ input }) => ({ kind: 'person', id: input.menteeId, detail: { mentorId: input.mentorId } }),
  async run({ tx, actor, input, now, newId, notify }) {
    const { menteeId, mentorId, startsOn } = input
    if (menteeId === mentorId) throw invalid('mentorId', 'wrong')
    const { rows } = await tx.execute<{ isMentor: boolean }>(sql`
      select exists (select from current_grants g where g.person_id = e.person_id and g.role = 'mentor') as "isMentor"
      from current_employments e where e.person_id = ${mentorId}`)
    const [mentor] = rows
    if (!mentor) throw invalid('mentorId', 'notEmployed')
    await tx.execute(sql`
      update mentorships set valid = daterange(lower(valid), ${startsOn}::date)
      where mentee_id = ${menteeId} and upper(valid) is null and lower(valid) < ${startsOn}::date`)
    const assignedBy = actor.kind === 'person' ? actor.personId : null
    await tx
      .insert(mentorships)
      .values({ id: newId(), menteeId, mentorId, valid: `[${startsOn},)`, assignedBy, createdAt: now })
    // Nobody gives a role to themselves: a leader reaches these people anyway.
    if (!mentor.isMentor && mentorId !== actor.personId)
      await tx.insert(grants).values({
        id: newId(),
        personId: mentorId,
        role: 'mentor',
        valid: `[${now.toISOString()},)`,
        grantedBy: assignedBy,
        createdAt: now,
      })
    notify({ to: [mentorId], kind: 'people.mentorGiven', href: `/career/team/${menteeId}` })
    return {}
  },
})
