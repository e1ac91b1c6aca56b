import { z } from 'zod'
import { assessments } from '#db/schema/growth'
import { AskAssessment } from '#domain/assessments'
import { findAssessed } from '#server/career/assessment-queries'
import { refuseNeedless, refuseUnknownLevel } from '#server/career/write-assessment-queries'
import { command } from '#server/command'

/** A person says that they are at a level and asks to be seen; their own word alone confirms nothing. */
export const askAssessment = command({
  verb: 'career.askAssessment',
  input: AskAssessment,
  output: z.object({ assessmentId: z.uuid() }),
  subject: (tx, _input, actor) => findAssessed(tx, actor.personId),
  audit: ({ result }) => ({ kind: 'assessment', id: result.assessmentId }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    await refuseUnknownLevel(tx, input.competenceId, input.level)
    await refuseNeedless(tx, actor.personId, input.competenceId, input.level)
    const assessmentId = newId()
    const word = { personId: actor.personId, source: 'self', assessorId: actor.personId, state: 'proposed' }
    await tx.insert(assessments).values({ ...input, ...word, id: assessmentId, at: now })
    notify({ to: [subject.leaderId], kind: 'career.assessmentAsked', href: `/career/team/${actor.personId}` })
    return { assessmentId }
  },
})
