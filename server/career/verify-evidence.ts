import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { evidence } from '#db/schema/growth'
import { VerifyEvidence } from '#domain/assessments'
import { conflict, notFound } from '#domain/refused'
import { findAssessed } from '#server/career/assessment-queries'
import { command } from '#server/command'

/** Somebody else vouches for what a person has shown; from then on it counts. */
export const verifyEvidence = command({
  verb: 'career.verifyEvidence',
  input: VerifyEvidence,
  output: z.object({}),
  subject: async (tx, { evidenceId }) => {
    const [shown] = await tx.select().from(evidence).where(eq(evidence.id, evidenceId))
    if (!shown) throw notFound()
    return { ...(await findAssessed(tx, shown.personId)), shown }
  },
  readable: 'career.evidence',
  audit: ({ input }) => ({ kind: 'evidence', id: input.evidenceId }),
  async run({ tx, actor, input, subject: { shown }, notify }) {
    if (shown.personId === actor.personId) throw conflict('notYourself')
    const vouched = await tx
      .update(evidence)
      .set({ verifiedBy: actor.personId })
      .where(and(eq(evidence.id, input.evidenceId), isNull(evidence.verifiedBy)))
      .returning({ id: evidence.id })
    if (!vouched.length) throw conflict('evidenceVerified')
    notify({ to: [shown.personId], kind: 'career.evidenceCounts', href: '/career/path' })
    return {}
  },
})
