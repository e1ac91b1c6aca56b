import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { PulseTicket } from '#domain/pulses'
import { conflict, invalid, notFound } from '#domain/refused'
import { signBlindly } from '#server/blind-signature'
import { byActor, command } from '#server/command'
import { asked, onShift } from '#server/ideas/audience-queries'

/** Signs one blinded token for somebody whom a pulse asks. What was signed cannot be found again in the answer that it lets in. */
export const takeTicket = command({
  verb: 'ideas.takeTicket',
  input: PulseTicket,
  output: z.object({ signature: z.string() }),
  secret: true,
  subject: byActor,
  // That somebody answered is kept, when is not.
  anonymous: () => true,
  audit: ({ input }) => ({ kind: 'pulse', id: input.pulseId }),
  async run({ tx, actor, input, now }) {
    const { rows } = await tx.execute<{ privateKey: string; open: boolean }>(sql`
      select k.private_key as "privateKey", c.published_at is null
        and (${now.toISOString()}::timestamptz at time zone s.time_zone)::date between c.opens_on and c.closes_on as open
      from pulses c join pulse_keys k on k.pulse_id = c.id join sites s on s.id = k.site_id
      where c.id = ${input.pulseId} and k.site_id = ${actor.siteId} and ${asked(actor)} and ${onShift(actor, now)}`)
    const [pulse] = rows
    if (!pulse) throw notFound()
    if (!pulse.open) throw conflict('questionClosed')
    const signature = signBlindly(pulse.privateKey, input.blinded)
    if (!signature) throw invalid('blinded', 'wrong')
    const hash = createHash('sha256').update(input.blinded).digest()
    const { rows: mine } = await tx.execute<{ same: boolean }>(sql`
      with given as (
        insert into pulse_tickets (pulse_id, person_id, blinded_hash) values (${input.pulseId}, ${actor.personId}, ${hash})
        on conflict do nothing returning true as same
      )
      select same from given
      union all select blinded_hash = ${hash} from pulse_tickets
        where pulse_id = ${input.pulseId} and person_id = ${actor.personId}`)
    if (!mine[0]?.same) throw conflict('ideas.answeredPulse')
    return { signature }
  },
})
