import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { pulseResults, pulses } from '#db/schema/pulses'
import type { Place } from '#domain/pulses'
import { shownPlaces } from '#domain/pulses'
import { command } from '#server/command'

type Due = { id: string; least: number; leastForComments: number }
type Row = { siteId: string; teamId: string | null; score: number }

const placeOf = (id: string, rows: Row[], key: 'siteId' | 'teamId' | null): Place => {
  const ids = key ? [...new Set(rows.map((row) => row[key]))].filter((one) => one !== null) : []
  const below = key === 'siteId' ? 'teamId' : null
  return {
    id,
    scores: rows.map(({ score }) => score),
    parts: ids.map((one) =>
      placeOf(
        one,
        rows.filter((row) => key && row[key] === one),
        below,
      ),
    ),
  }
}

const meanOf = (scores: readonly number[]) => scores.reduce((sum, score) => sum + score, 0) / scores.length

const find = (place: Place, id: string): Place | undefined =>
  place.id === id ? place : place.parts.map((part) => find(part, id)).find(Boolean)

const publish = async (tx: Tx, { id, least, leastForComments }: Due): Promise<void> => {
  const { rows } = await tx.execute<Row>(sql`
    select site_id as "siteId", team_id as "teamId", score from pulse_answers where pulse_id = ${id}`)
  const all = placeOf(id, rows, 'siteId')
  const comments =
    rows.length >= leastForComments
      ? await tx.execute<{ comment: string }>(sql`
          select distinct comment from pulse_answers where pulse_id = ${id} and comment <> '' order by comment`)
      : { rows: [] }
  const results = shownPlaces(all, least).map((placeId) => {
    const { scores } = find(all, placeId) as Place
    const said = placeId === id ? comments.rows.map(({ comment }) => comment) : []
    return { pulseId: id, placeId, answers: scores.length, mean: meanOf(scores), comments: said }
  })
  if (results.length) await tx.insert(pulseResults).values(results)
}

/** What is over is published, once and whole, so that nobody compares yesterday's numbers with today's. */
export const publishPulses = command({
  verb: 'ideas.publishPulses',
  input: z.object({}),
  output: z.object({ published: z.number() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'pulse', id: null, detail: { published: result.published } }),
  async run({ tx, now }) {
    const { rows } = await tx.execute<Due>(sql`
      select id, least, least_for_comments as "leastForComments" from pulses
      where published_at is null and closes_on < (${now.toISOString()}::timestamptz - interval '12 hours')::date for update`)
    for (const due of rows) {
      await publish(tx, due)
      await tx.update(pulses).set({ publishedAt: now }).where(eq(pulses.id, due.id))
    }
    return { published: rows.length }
  },
})
