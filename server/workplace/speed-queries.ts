import { sql } from 'drizzle-orm'
import { METHOD_VERSION } from '#domain/measures'

/** The middle of the computers of all seats, in ms of the fixed job; null before three seats have measured. */
export const centreMs = (now: Date) => sql`
  select case when count(*) >= 3 then percentile_cont(0.5) within group (order by s.value) end
  from (select distinct on (m.workplace_id) m.value from readings m
    where m.metric = 'cpu_job_ms' and m.source = 'browser' and m.quality = 'ok' and m.method_version = ${METHOD_VERSION}
      and m.taken_at > ${now}::timestamptz - interval '90 days'
    order by m.workplace_id, m.taken_at desc) s`
