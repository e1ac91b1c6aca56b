import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { mentorOffers } from '#db/schema/growth'
import { LEAST_TO_PROPOSE, OfferMentoring } from '#domain/assessments'
import { conflict } from '#domain/refused'
import { findAssessed } from '#server/career/assessment-queries'
import { command } from '#server/command'

/** Somebody strong in a competence offers to bring newcomers along, or takes the offer back; their own place stays. */
export const offerMentoring = command({
  verb: 'career.offerMentoring',
  input: OfferMentoring,
  output: z.object({ offered: z.boolean() }),
  subject: (tx, _input, actor) => findAssessed(tx, actor.personId),
  audit: ({ result }) => ({ kind: 'mentorOffer', id: null, detail: { offered: result.offered } }),
  async run({ tx, actor, input: { offered }, subject, now, newId, notify }) {
    const { personId } = actor
    if (!offered) {
      await tx
        .update(mentorOffers)
        .set({ withdrawnAt: sql`greatest(${mentorOffers.offeredAt}, ${now})` })
        .where(and(eq(mentorOffers.personId, personId), isNull(mentorOffers.withdrawnAt)))
      return { offered }
    }
    const { rows } = await tx.execute(
      sql`select 1 from current_levels l where l.person_id = ${personId} and l.level >= ${LEAST_TO_PROPOSE}`,
    )
    if (!rows.length) throw conflict('notStrongYet')
    const made = await tx
      .insert(mentorOffers)
      .values({ id: newId(), personId, offeredAt: now })
      .onConflictDoNothing()
      .returning({ id: mentorOffers.id })
    if (made.length)
      notify({ to: [subject.leaderId], kind: 'career.mentorOffered', href: `/career/team/${personId}` })
    return { offered }
  },
})
