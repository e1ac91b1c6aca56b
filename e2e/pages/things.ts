import { Client } from 'pg'
import { lane } from '#e2e/lane'

/** One thing of each kind that a page shows, of the demo supervisor's own team wherever somebody's place matters. */
export type Things = Record<
  | 'operator'
  | 'opening'
  | 'ladder'
  | 'idea'
  | 'praise'
  | 'task'
  | 'session'
  | 'certificate'
  | 'round'
  | 'seat'
  | 'sensor'
  | 'question'
  | 'team'
  | 'shift'
  | 'day',
  string
>

const person = (account: string) => `(select id from people where email = '${account}@sviato.test')`
const team = `(select team_id from current_grants where role = 'supervisor' and not deputy and person_id = ${person('supervisor')})`

export async function findThings(): Promise<Things> {
  const client = new Client({ connectionString: lane().ownerUrl })
  await client.connect()
  const { rows } = await client.query<Things>(`
    select ${person('operator')} as operator, ${team} as team, (current_date + 1)::text as day,
      (select id from openings limit 1) as opening,
      (select id from published_versions limit 1) as ladder,
      (select i.number::text from ideas i where i.author_mode = 'named' and i.campaign_id is null and not i.removed
        order by i.number limit 1) as idea,
      (select x.id from praises x join people r on r.id = x.receiver_id and r.praise_visibility = 'public'
        where x.visibility = 'public' order by x.created_at desc limit 1) as praise,
      (select k.id from tasks k join teams t on t.project_id = k.project_id where t.id = ${team} and k.retired_at is null limit 1) as task,
      (select id from training_sessions order by created_at limit 1) as session,
      (select code from certificates limit 1) as certificate,
      (select id from inspections where submitted_at is not null and started_by = ${person('supervisor')} order by started_at limit 1) as round,
      (select workplace_id from seat_assignments where person_id = ${person('operator')} and valid @> current_date limit 1) as seat,
      (select id from sensors limit 1) as sensor,
      (select i.id from checklist_items i join checklist_versions v on v.id = i.version_id and v.status = 'draft'
        join checklists c on c.id = v.checklist_id and c.slug = 'operator-self-check' limit 1) as question,
      (select id from shifts where person_id = ${person('operator')} order by on_date desc limit 1) as shift`)
  await client.end()
  return rows[0] as Things
}
