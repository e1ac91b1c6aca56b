import { Client, type QueryResultRow } from 'pg'
import { lane } from '#e2e/lane'

/** Asks the lane's database past the pages: for what is not the story of a test, only where it begins. */
export async function asked<Row extends QueryResultRow>(
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: lane().ownerUrl })
  await client.connect()
  try {
    return (await client.query<Row>(statement, values)).rows
  } finally {
    await client.end()
  }
}

type Given = { by: string; to: string; deed: string; visibility: 'public' | 'team' | 'private' }

/** A praise of today between two demo accounts, out of a purse with room. @returns its id. */
export async function praiseOf({ by, to, deed, visibility }: Given): Promise<string> {
  await asked(
    `insert into praise_budgets (giver_id, kind, month, cap)
    select id, 'supervisor', date_trunc('month', person_day(id, now()))::date, 50 from people where email = $1 || '@sviato.test'
    on conflict (giver_id, kind, month) do update set cap = 50`,
    [by],
  )
  const [row] = await asked<{ id: string }>(
    `insert into praises (id, kind, giver_id, receiver_id, value_id, deed, visibility, created_at)
    select gen_random_uuid(), 'supervisor', g.id, r.id, (select id from company_values order by slug limit 1), $3, $4, now()
    from people g, people r where g.email = $1 || '@sviato.test' and r.email = $2 || '@sviato.test' returning id`,
    [by, to, deed, visibility],
  )
  return row?.id ?? ''
}
