import { Client } from 'pg'
import { lane } from '#e2e/lane'

const ask = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> => {
  const client = new Client({ connectionString: lane().ownerUrl })
  await client.connect()
  try {
    return (await client.query(text, values)).rows as Row[]
  } finally {
    await client.end()
  }
}

const SEAT = `(select c.room_id from current_seats c join people p on p.id = c.person_id where p.email = 'operator@sviato.test')`

/** Tea comes by the operator's seat in twenty minutes, whatever the hour of the test; who brings it there can sign in. */
export async function bringTeaSoon(): Promise<string> {
  await ask(`update tea_rounds set cancelled_at = now() where room_id = ${SEAT} and served_at is null and cancelled_at is null
    and planned_at < now() + interval '13 hours'`)
  await ask(`insert into tea_rounds (id, room_id, on_date, planned_at, created_at)
    values (gen_random_uuid(), ${SEAT}, current_date, now() + interval '20 minutes', now())`)
  const [server] = await ask<{ email: string }>(`
    with server as (
      select p.id, p.email from current_grants g join people p on p.id = g.person_id
      where g.role = 'welfare' and g.site_id = (select site_id from rooms where id = ${SEAT}) limit 1),
    account as (
      insert into accounts (person_id, password_hash, created_at)
      select s.id, a.password_hash, now() from server s, accounts a join people o on o.id = a.person_id
      where o.email = 'operator@sviato.test' on conflict do nothing)
    select email from server`)
  if (!server) throw new Error('nobody brings tea to the operator')
  return server.email
}

/** A new seat in the first room of a site that passed its round so many days ago. */
export async function addCheckedSeat(code: string, daysAgo: number): Promise<void> {
  await ask(
    `with seat as (
      insert into workplaces (id, room_id, site_id, code, x_mm, y_mm, turn, created_at)
      select gen_random_uuid(), r.id, r.site_id, $1, 900, 600 + 1000 * (select count(*) from workplaces where code like 'Ч-%'), 0, now()
      from rooms r join sites s on s.id = r.site_id where s.slug = 'kyiv' order by r.code limit 1 returning id, room_id)
    insert into inspections (id, version_id, room_id, workplace_id, status, season, started_at, started_by, received_at, submitted_at,
      submitted_by, score, completeness, verdict, scoring_rule)
    select gen_random_uuid(), v.id, seat.room_id, seat.id, 'submitted', 'cold', t.at, p.id, t.at, t.at, p.id, 0.95, 1, 'pass', 2
    from seat, checklist_versions v join checklists c on c.id = v.checklist_id,
      people p, (select now() - make_interval(days => $2) as at) t
    where c.slug = 'workplace-inspection' and v.status = 'published' and p.email = 'head@sviato.test'`,
    [code, daysAgo],
  )
}
