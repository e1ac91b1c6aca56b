import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { campaigns } from '#db/schema/ideas'
import { CloseCampaign } from '#domain/campaigns'
import { notFound } from '#domain/refused'
import { command } from '#server/command'
import { isReleased } from '#server/ideas/audience-queries'

/** Questions that waited for this outcome begin now, and stay open as long as they were meant to. */
const startWaiting = (tx: Tx, campaignId: string, now: Date) =>
  tx.execute(sql`
    update campaigns c set opens_at = ${now.toISOString()}::timestamptz,
      closes_at = c.closes_at + (${now.toISOString()}::timestamptz - c.opens_at)
    from campaigns o
    where o.id = ${campaignId} and c.kind = 'question' and c.id <> o.id and c.created_at > o.created_at
      and c.opens_at <= ${now.toISOString()}::timestamptz and c.outcome is null and audiences_meet(o, c)
      and not exists (select 1 from ideas i where i.campaign_id = c.id)
      and not exists (select 1 from campaign_taps p where p.campaign_id = c.id) and ${isReleased}`)

/** Ends a question now if it is still open, and publishes what comes of it: "you said, we did". */
export const closeCampaign = command({
  verb: 'ideas.closeCampaign',
  input: CloseCampaign,
  output: z.object({}),
  subject: async (tx, { campaignId }) => {
    const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, campaignId)).for('update')
    if (!campaign) throw notFound()
    return { people: [campaign.sponsorId], campaign }
  },
  audit: ({ input }) => ({ kind: 'campaign', id: input.campaignId }),
  async run({ tx, actor, input, subject, now }) {
    const { closesAt, opensAt } = subject.campaign
    const open = !closesAt || closesAt > now
    const ended = new Date(Math.max(now.getTime(), opensAt.getTime() + 1000))
    const outcome = input.outcome ? { outcome: input.outcome, outcomeAt: now } : {}
    const closed = open ? { closesAt: ended, closedBy: actor.personId } : {}
    if (!open && !input.outcome) return {}
    await tx
      .update(campaigns)
      .set({ ...closed, ...outcome })
      .where(eq(campaigns.id, input.campaignId))
    if (input.outcome) await startWaiting(tx, input.campaignId, now)
    return {}
  },
})
