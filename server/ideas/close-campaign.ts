import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { campaigns } from '#db/schema/ideas'
import { CloseCampaign } from '#domain/ideas'
import { notFound } from '#domain/refused'
import { command } from '#server/command'

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
    return {}
  },
})
