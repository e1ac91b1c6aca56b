import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { competenceLevels, competences } from '#db/schema/career'
import { conflict, invalid } from '#domain/refused'

/** Refuses a level that no words describe, and a competence that is no longer used. */
export async function refuseUnknownLevel(tx: Tx, competenceId: string, level: number): Promise<void> {
  const [found] = await tx
    .select({ retiredAt: competences.retiredAt })
    .from(competenceLevels)
    .innerJoin(competences, eq(competences.id, competenceLevels.competenceId))
    .where(and(eq(competenceLevels.competenceId, competenceId), eq(competenceLevels.level, level)))
  if (!found) throw invalid('level', 'levelWithoutWords')
  if (found.retiredAt) throw invalid('competenceId', 'retired')
}

/** Refuses to ask for what is there already, or what somebody has been asked. */
export async function refuseNeedless(
  tx: Tx,
  personId: string,
  competenceId: string,
  level: number,
): Promise<void> {
  const { rows } = await tx.execute<{ held: number; waiting: boolean }>(sql`
    select coalesce((select l.level from current_levels l
        where l.person_id = ${personId} and l.competence_id = ${competenceId}), 0) as held,
      exists (select from assessments a where a.person_id = ${personId} and a.competence_id = ${competenceId}
        and a.level >= ${level} and a.state = 'proposed'
        and not exists (select from assessments w where w.answers_id = a.id)) as waiting`)
  if ((rows[0]?.held ?? 0) >= level) throw conflict('levelHeld')
  if (rows[0]?.waiting) throw conflict('levelAsked')
}
