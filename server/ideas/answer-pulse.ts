import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { pulseAnswers } from '#db/schema/pulses'
import { PulseAnswer } from '#domain/pulses'
import { conflict, notFound } from '#domain/refused'
import { hashOfToken, isSigned } from '#server/blind-signature'
import { command } from '#server/command'

/** Takes an answer from whoever holds a signed token, signed in or not. The same token again changes nothing. */
export const answerPulse = command({
  verb: 'ideas.answerPulse',
  input: PulseAnswer,
  output: z.object({}),
  secret: true,
  subject: () => ({}),
  anonymous: () => true,
  audit: ({ input }) => ({ kind: 'pulse', id: input.pulseId }),
  async run({ tx, input }) {
    const { pulseId, siteId, teamId, message, signature, score, comment } = input
    const { rows } = await tx.execute<{ publicKey: string; open: boolean; fits: boolean }>(sql`
      select k.public_key as "publicKey", p.published_at is null as open, ${teamId}::uuid is null or exists (
        select 1 from pulse_places l where l.pulse_id = p.id and l.place_id = ${teamId}::uuid and l.parent_id = k.site_id) as fits
      from pulses p join pulse_keys k on k.pulse_id = p.id where p.id = ${pulseId} and k.site_id = ${siteId}`)
    const [pulse] = rows
    if (!pulse?.fits || !isSigned(pulse.publicKey, message, signature)) throw notFound()
    if (!pulse.open) throw conflict('questionClosed')
    const answer = { pulseId, tokenHash: hashOfToken(message), siteId, teamId, score, comment }
    await tx.insert(pulseAnswers).values(answer).onConflictDoNothing()
    return {}
  },
})
