import { sql } from 'drizzle-orm'
import PgBoss from 'pg-boss'
import type { Tx } from '#db/client'
import { JOBS_SCHEMA } from '#db/jobs'

/** Puts a job of the schedule in line now, if the act that asks for it is committed. */
export async function wakeWorker(tx: Tx, name: string): Promise<void> {
  // Where no worker was ever set up, the schedule finds what waits.
  const { rows } = await tx.execute<{ there: boolean }>(
    sql`select to_regclass('pgboss.job') is not null as there`,
  )
  if (!rows[0]?.there) return
  const executeSql = async (text: string, values: unknown[]) => {
    // The text is pg-boss's own, its values stay values: drizzle numbers the places anew.
    const parts = text.split(/\$(\d+)/)
    const chunks = parts.map((part, at) =>
      at % 2 ? sql`${sql.param(values[Number(part) - 1] ?? null)}` : sql.raw(part),
    )
    return { rows: (await tx.execute(sql.join(chunks))).rows as object[] }
  }
  const boss = new PgBoss({
    db: { executeSql },
    schema: JOBS_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
  })
  await boss.send(name, {}, { db: { executeSql } })
}
