import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { conflict, notFound } from '#domain/refused'
import { OrderTea } from '#domain/workplace'
import { command } from '#server/command'
import { lockTeaRound } from '#server/workplace/tea-queries'

/** Orders a drink to the own seat, or changes the order, until the round is served. */
export const orderTea = command({
  verb: 'workplace.orderTea',
  input: OrderTea,
  output: z.object({}),
  subject: (tx, { roundId }, actor) => lockTeaRound(tx, roundId, actor),
  audit: ({ input }) => ({ kind: 'tea-round', id: input.roundId, detail: { drink: input.drink } }),
  async run({ tx, actor, input, subject: round, now }) {
    if (!round.open) throw conflict('workplace.teaServed')
    if (!round.workplaceId) throw notFound()
    await tx.execute(sql`
      insert into tea_orders (round_id, room_id, workplace_id, person_id, drink, sugar, ordered_at)
      values (${round.roundId}, ${round.roomId}, ${round.workplaceId}, ${actor.personId}, ${input.drink}, ${input.sugar}, ${now})
      on conflict (round_id, person_id) do update
        set drink = excluded.drink, sugar = excluded.sugar, ordered_at = excluded.ordered_at, workplace_id = excluded.workplace_id`)
    return {}
  },
})
