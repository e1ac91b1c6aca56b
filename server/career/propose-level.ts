import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { assessments } from '#db/schema/growth'
import { LEAST_TO_PROPOSE, ProposeLevel } from '#domain/assessments'
import { conflict, Refused } from '#domain/refused'
import { findAssessed } from '#server/career/assessment-queries'
import { refuseNeedless, refuseUnknownLevel } from '#server/career/write-assessment-queries'
import { command } from '#server/command'

/** Whoever is strong in a competence may say of a colleague that they have got there; a leader answers. */
export const proposeLevel = command({
  verb: 'career.proposeLevel',
  input: ProposeLevel,
  output: z.object({ assessmentId: z.uuid() }),
  subject: (tx, { personId }) => findAssessed(tx, personId),
  audit: ({ result }) => ({ kind: 'assessment', id: result.assessmentId }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    if (input.personId === actor.personId) throw conflict('notYourself')
    await refuseUnknownLevel(tx, input.competenceId, input.level)
    const { rows } = await tx.execute(sql`
      select 1 from current_levels l where l.person_id = ${actor.personId} and l.competence_id = ${input.competenceId}
        and l.level >= ${LEAST_TO_PROPOSE}`)
    if (!rows.length) throw new Refused('forbidden')
    await refuseNeedless(tx, input.personId, input.competenceId, input.level)
    const assessmentId = newId()
    const word = { source: 'peer', assessorId: actor.personId, state: 'proposed' }
    await tx.insert(assessments).values({ ...input, ...word, id: assessmentId, at: now })
    notify({ to: [subject.leaderId], kind: 'career.assessmentAsked', href: `/career/team/${input.personId}` })
    return { assessmentId }
  },
})
