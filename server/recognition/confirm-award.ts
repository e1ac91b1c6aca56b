import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { awards } from '#db/schema/awards'
import { praises } from '#db/schema/recognition'
import { awardedMonth, ConfirmAward, namesPerson } from '#domain/awards'
import { conflict, invalid, notFound } from '#domain/refused'
import { byActor, command } from '#server/command'
import { readDay } from '#server/recognition/day-queries'
import { valueIdOf } from '#server/recognition/value-queries'

type Idea = {
  id: string
  authorId: string | null
  mode: 'named' | 'hidden' | 'anonymous'
  title: string
  ownerId: string
  /** Of an author who is known and is not to be named before everybody. */
  unnamed: string | null
}

/** The next free place of the month. Whoever confirms at the same moment waits for the month's row. */
const takePlace = async (tx: Tx, month: string) => {
  await tx.execute(sql`insert into award_months (month) values (${month}) on conflict do nothing`)
  const { rows } = await tx.execute<{ places: number }>(
    sql`select places from award_months where month = ${month} for update`,
  )
  const places = rows[0]?.places ?? 0
  const { rows: taken } = await tx.execute<{ place: number }>(
    sql`select place from awards where month = ${month} order by place`,
  )
  if (taken.length >= places) throw conflict('awardPlacesTaken', { places })
  return { place: taken.length + 1, places }
}

/**
 * Confirms an idea of the month before this one and praises its author in public, as far as they wish it. An author who stayed
 * hidden is told in private and named nowhere.
 */
export const confirmAward = command({
  verb: 'recognition.confirmAward',
  input: ConfirmAward,
  output: z.object({ month: z.string(), place: z.number() }),
  subject: byActor,
  audit: ({ input, result }) => ({ kind: 'idea', id: String(input.number), detail: { award: result.month } }),
  async run({ tx, actor, input, now, newId, notify }) {
    const { rows } = await tx.execute<Idea>(sql`
      select id, author_id as "authorId", author_mode as mode, title, owner_id as "ownerId", (select w.name from people w
        where w.id = author_id and (author_mode <> 'named' or w.praise_visibility <> 'public')) as unnamed
      from ideas where number = ${input.number}`)
    const [idea] = rows
    if (!idea) throw notFound()
    if (idea.unnamed && namesPerson(input.deed, idea.unnamed)) throw invalid('deed', 'namesAuthor')
    const month = awardedMonth(await readDay(tx, actor.personId, now))
    const { place, places } = await takePlace(tx, month)
    const author = idea.mode === 'named' ? idea.authorId : null
    const praiseId = author ? newId() : null
    if (author && praiseId)
      await tx.insert(praises).values({
        id: praiseId,
        kind: 'award',
        giverId: actor.personId,
        receiverId: author,
        valueId: await valueIdOf(tx, input.value),
        deed: input.deed,
        visibility: 'public',
        evidenceKind: 'idea',
        ideaId: idea.id,
        createdAt: now,
      })
    await tx.insert(awards).values({
      month,
      place,
      places,
      ideaId: idea.id,
      praiseId,
      deed: input.deed,
      confirmedBy: actor.personId,
      createdAt: now,
    })
    const href = `/ideas/${input.number}`
    const params = { number: input.number, title: idea.title }
    if (idea.authorId) notify({ to: [idea.authorId], kind: 'praise.award', params, href })
    notify({ to: [idea.ownerId], kind: 'praise.awardOwned', params, href })
    return { month, place }
  },
})
