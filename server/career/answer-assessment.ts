import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { assessments } from '#db/schema/growth'
import { AnswerAssessment } from '#domain/assessments'
import { conflict, notFound } from '#domain/refused'
import { findAssessed, sourceOf } from '#server/career/assessment-queries'
import { command } from '#server/command'

/** A proposal is confirmed, or declined with a reason; the proposal stays beside its answer for ever. */
export const answerAssessment = command({
  verb: 'career.answerAssessment',
  input: AnswerAssessment,
  output: z.object({ answerId: z.uuid() }),
  subject: async (tx, { assessmentId }) => {
    const [proposal] = await tx.select().from(assessments).where(eq(assessments.id, assessmentId))
    if (!proposal) throw notFound()
    return { ...(await findAssessed(tx, proposal.personId)), proposal }
  },
  readable: 'career.assessments',
  audit: ({ input, subject: { proposal } }) => ({
    kind: 'assessment',
    id: input.assessmentId,
    detail: { personId: proposal.personId, outcome: input.outcome },
  }),
  async run({ tx, actor, input, subject: { proposal }, now, newId, notify }) {
    const { personId, competenceId, level } = proposal
    if (personId === actor.personId) throw conflict('notYourself')
    if (proposal.state === 'rejected') throw conflict('assessmentAnswered')
    // A confirmed level may be withdrawn, never confirmed twice.
    if (proposal.state === 'confirmed' && input.outcome === 'confirmed') throw conflict('assessmentAnswered')
    const answerId = newId()
    await tx.insert(assessments).values({
      id: answerId,
      personId,
      competenceId,
      level,
      source: sourceOf(actor),
      assessorId: actor.personId,
      state: input.outcome,
      answersId: proposal.id,
      reason: input.outcome === 'rejected' ? input.reason : null,
      at: now,
    })
    notify({
      to: [personId],
      kind: 'career.assessed',
      params: { outcome: input.outcome },
      href: '/career/path',
    })
    // A colleague who spoke up learns what became of it.
    if (proposal.source === 'peer')
      notify({
        to: [proposal.assessorId],
        kind: 'career.proposalAnswered',
        params: { outcome: input.outcome },
        href: '/career/peers',
      })
    return { answerId }
  },
})
