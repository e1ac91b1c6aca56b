import { type SQL, sql } from 'drizzle-orm'

const rounds = (workplaceId: SQL): SQL => sql`
  select i.submitted_at, i.score, i.verdict, k.kind = 'self-check' as own
  from inspections i join checklist_versions v on v.id = i.version_id join checklists k on k.id = v.checklist_id
  where i.workplace_id = ${workplaceId} and i.status in ('submitted', 'approved')`

/**
 * The result that speaks for a seat, one row or none: the newest, but where an inspector failed the seat no self-check after it says
 * that all is well; only another inspection does.
 */
export const lastResult = (workplaceId: SQL): SQL => sql`(
  select l.submitted_at, l.score, l.verdict from (${rounds(workplaceId)}) l
  where not l.own or not coalesce((
    select n.verdict = 'fail' from (${rounds(workplaceId)}) n where not n.own order by n.submitted_at desc limit 1), false)
  order by l.submitted_at desc limit 1)`

/** Whether the seat, or its whole room, is closed by a stopping fault. */
export const isClosed = (roomId: SQL, workplaceId: SQL): SQL => sql`
  exists (select from closures x where x.room_id = ${roomId} and coalesce(x.workplace_id, ${workplaceId}) = ${workplaceId}
    and x.reopened_at is null)`
