import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { MoveContent } from '#domain/checklists'
import type { Context } from '#server/command'
import { command } from '#server/command'
import { countEdit, lockDraftWith } from '#server/workplace/lock-draft-queries'

type Kind = 'section' | 'item'
const TABLES = { section: sql`checklist_sections`, item: sql`checklist_items` }
const PARENTS = { section: sql`version_id`, item: sql`section_id` }

/** Changes places with the neighbour above or below; at the end nothing happens. No place is taken twice meanwhile. */
const swap = async (tx: Tx, kind: Kind, id: string, by: 'up' | 'down'): Promise<void> => {
  const [table, parent] = [TABLES[kind], PARENTS[kind]]
  const beyond = by === 'up' ? sql`o.position < x.position` : sql`o.position > x.position`
  const order = by === 'up' ? sql`desc` : sql`asc`
  const { rows } = await tx.execute<{ here: number; there: number; other: string }>(sql`
    select x.position as here, o.position as there, o.id as other
    from ${table} x join ${table} o on o.${parent} = x.${parent} and ${beyond}
    where x.id = ${id} order by o.position ${order} limit 1`)
  const pair = rows[0]
  if (!pair) return
  await tx.execute(sql`update ${table} set position = -1 where id = ${id}`)
  await tx.execute(sql`update ${table} set position = ${pair.here} where id = ${pair.other}`)
  await tx.execute(sql`update ${table} set position = ${pair.there} where id = ${id}`)
}

const mover = (kind: Kind) =>
  command({
    verb: 'workplace.editChecklist',
    input: MoveContent,
    output: z.object({}),
    subject: (tx, { id }) => lockDraftWith(tx, kind, id),
    audit: ({ input, subject }) => ({
      kind: 'checklist',
      id: subject.draft.versionId,
      detail: { moved: input.id, by: input.by },
    }),
    async run({
      tx,
      input,
      subject: { draft },
    }: Context<z.output<typeof MoveContent>, Awaited<ReturnType<typeof lockDraftWith>>>) {
      await swap(tx, kind, input.id, input.by)
      await countEdit(tx, draft.versionId)
      return {}
    },
  })

export const moveSection = mover('section')
export const moveItem = mover('item')
