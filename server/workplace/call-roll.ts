import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '#domain/refused'
import { CallRoll } from '#domain/safety'
import { command } from '#server/command'

/** Says that a person is safe, or takes it back: oneself, or one of those whom somebody counts. */
export const callRoll = command({
  verb: 'workplace.callRoll',
  input: CallRoll,
  output: z.object({}),
  subject: async (tx, { alarmId, personId }, actor) => {
    const { rows } = await tx.execute<{ id: string; teamId: string | null; siteId: string }>(sql`
      select e.person_id as id, e.team_id as "teamId", e.site_id as "siteId"
      from site_alarms a join current_employments e on e.site_id = a.site_id
      where a.id = ${alarmId} and e.person_id = ${personId ?? actor.personId}`)
    if (!rows[0]) throw notFound()
    return { ...rows[0], people: [rows[0].id] }
  },
  audit: ({ input }) => ({ kind: 'alarm', id: input.alarmId, detail: { state: input.state } }),
  async run({ tx, actor, input, subject, now }) {
    if (input.state === 'missing') {
      await tx.execute(
        sql`delete from roll_calls where alarm_id = ${input.alarmId} and person_id = ${subject.id}`,
      )
      return {}
    }
    await tx.execute(sql`
      insert into roll_calls (alarm_id, person_id, state, at, by_id)
      values (${input.alarmId}, ${subject.id}, ${input.state}, ${now}, ${actor.personId})
      on conflict (alarm_id, person_id) do update set state = excluded.state, at = excluded.at, by_id = excluded.by_id`)
    return {}
  },
})
