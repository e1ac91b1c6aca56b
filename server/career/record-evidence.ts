import { z } from 'zod'
import { evidence } from '#db/schema/growth'
import { RecordEvidence } from '#domain/assessments'
import { invalid } from '#domain/refused'
import { findAssessed } from '#server/career/assessment-queries'
import { personDay } from '#server/career/site-day-queries'
import { command } from '#server/command'

/** Notes what somebody has done. Of another it counts at once; one's own word waits for somebody to vouch for it. */
export const recordEvidence = command({
  verb: 'career.recordEvidence',
  input: RecordEvidence,
  output: z.object({ evidenceId: z.uuid(), verified: z.boolean() }),
  subject: (tx, { personId }) => findAssessed(tx, personId),
  readable: 'career.evidence',
  audit: ({ input, result }) => ({
    kind: 'evidence',
    id: result.evidenceId,
    detail: { personId: input.personId, key: input.key, verified: result.verified },
  }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    if (input.happenedOn > (await personDay(tx, input.personId, now)))
      throw invalid('happenedOn', 'dateBehind')
    const own = input.personId === actor.personId
    const evidenceId = newId()
    await tx.insert(evidence).values({
      ...input,
      id: evidenceId,
      note: input.note || null,
      recordedBy: actor.personId,
      verifiedBy: own ? null : actor.personId,
      createdAt: now,
    })
    if (own)
      notify({ to: [subject.leaderId], kind: 'career.evidenceShown', href: `/career/team/${actor.personId}` })
    return { evidenceId, verified: !own }
  },
})
