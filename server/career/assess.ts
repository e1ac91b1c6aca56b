import { z } from 'zod'
import { assessments } from '#db/schema/growth'
import { AssessLevel } from '#domain/assessments'
import { conflict } from '#domain/refused'
import { findAssessed, sourceOf } from '#server/career/assessment-queries'
import { refuseUnknownLevel } from '#server/career/write-assessment-queries'
import { command } from '#server/command'

/** A leader, a mentor or a quality assessor says that a person is at a level, unasked. */
export const assessLevel = command({
  verb: 'career.assess',
  input: AssessLevel,
  output: z.object({ assessmentId: z.uuid() }),
  subject: (tx, { personId }) => findAssessed(tx, personId),
  readable: 'career.assessments',
  audit: ({ input, result }) => ({
    kind: 'assessment',
    id: result.assessmentId,
    detail: { personId: input.personId, competenceId: input.competenceId, level: input.level },
  }),
  async run({ tx, actor, input, now, newId, notify }) {
    if (input.personId === actor.personId) throw conflict('notYourself')
    await refuseUnknownLevel(tx, input.competenceId, input.level)
    const assessmentId = newId()
    const word = { source: sourceOf(actor), assessorId: actor.personId, state: 'confirmed' }
    await tx.insert(assessments).values({ ...input, ...word, id: assessmentId, at: now })
    notify({
      to: [input.personId],
      kind: 'career.assessed',
      params: { outcome: 'confirmed' },
      href: '/career/path',
    })
    return { assessmentId }
  },
})
