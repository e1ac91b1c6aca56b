import type { ClientBase } from 'pg'
import type { Sequence, Table } from '#db/backup-file'

// The journal of migrations and the tables that pg-boss keeps about itself belong to the version that runs, not to the content.
const OURS = `
  n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'drizzle')
  and n.nspname not like 'pg\\_temp%'
  and (n.nspname <> 'pgboss' or c.relname = 'job')
  and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`

/** Tables with content, the partitioned ones as a whole; columns that Postgres computes are left out. */
export async function listTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      array(select quote_ident(a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${OURS}
    order by 1`)
  return rows
}

export async function listSequences(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${OURS} order by 1`)
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    )
    sequences.push({ name, value: state.rows[0]?.value ?? '1', called: state.rows[0]?.called ?? false })
  }
  return sequences
}

/** The last migration that this database went through, or nothing. */
export async function lastMigration(client: ClientBase): Promise<string> {
  const journal = await client.query(`select to_regclass('drizzle.__drizzle_migrations') as name`)
  if (!journal.rows[0]?.name) return ''
  const { rows } = await client.query<{ id: string }>(
    `select created_at || ' ' || hash as id from drizzle.__drizzle_migrations order by created_at desc limit 1`,
  )
  return rows[0]?.id ?? ''
}
