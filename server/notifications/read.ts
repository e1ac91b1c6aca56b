import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { notices } from '#db/schema/notifications'
import { ReadNotices } from '#domain/notifications'
import { byActor, command } from '#server/command'

/** Marks one of the own notices as read, or all of them. */
export const readNotices = command({
  verb: 'notifications.read',
  input: ReadNotices,
  output: z.object({ read: z.number() }),
  subject: byActor,
  audit: ({ result }) => ({ kind: 'notices', id: null, detail: { read: result.read } }),
  async run({ tx, actor, input, now }) {
    const one = input.noticeId ? eq(notices.id, input.noticeId) : undefined
    const mine = and(eq(notices.personId, actor.personId), isNull(notices.readAt), one)
    const read = await tx.update(notices).set({ readAt: now }).where(mine).returning({ id: notices.id })
    return { read: read.length }
  },
})
