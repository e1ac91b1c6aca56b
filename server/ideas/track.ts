import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { ideas } from '#db/schema/ideas'
import { TrackIdea } from '#domain/ideas'
import { command } from '#server/command'
import { lockIdea } from '#server/ideas/lock-queries'

/** Says where an idea is worked on outside the portal, or that it no longer is. */
export const trackIdea = command({
  verb: 'ideas.track',
  input: TrackIdea,
  output: z.object({}),
  subject: (tx, { number }, actor, now) => lockIdea(tx, number, actor, now),
  readable: 'ideas.show',
  audit: ({ input }) => ({ kind: 'idea', id: String(input.number), detail: { tracked: input.url !== '' } }),
  async run({ tx, input, subject }) {
    await tx
      .update(ideas)
      .set({ trackerUrl: input.url || null })
      .where(eq(ideas.id, subject.id))
    return {}
  },
})
