import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { praiseReactions } from '#db/schema/recognition'
import { React } from '#domain/recognition'
import { notFound } from '#domain/refused'
import { command } from '#server/command'
import { praiseSeen } from '#server/recognition/visibility-queries'

/** Joins in a praise with one sign a person, or takes it back. */
export const reactToPraise = command({
  verb: 'recognition.react',
  input: React,
  output: z.object({}),
  subject: async (tx, { praiseId }, actor) => {
    const { rows } = await tx.execute<{ receiverId: string }>(sql`
      select p.receiver_id as "receiverId" from praises p join people r on r.id = p.receiver_id
      where p.id = ${praiseId} and ${praiseSeen(actor)}`)
    if (!rows[0]) throw notFound()
    return { people: [rows[0].receiverId] }
  },
  audit: ({ input }) => ({ kind: 'praise', id: input.praiseId, detail: { reaction: input.reaction } }),
  async run({ tx, actor, input, now }) {
    const { praiseId, reaction: kind } = input
    if (kind) {
      await tx
        .insert(praiseReactions)
        .values({ praiseId, personId: actor.personId, kind, createdAt: now })
        .onConflictDoUpdate({ target: [praiseReactions.praiseId, praiseReactions.personId], set: { kind } })
      return {}
    }
    const mine = and(eq(praiseReactions.praiseId, praiseId), eq(praiseReactions.personId, actor.personId))
    await tx.delete(praiseReactions).where(mine)
    return {}
  },
})
