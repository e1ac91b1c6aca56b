import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { LadderDocument } from '#domain/ladder-document'
import { findLadder } from '#server/career/ladders-queries'
import { query } from '#server/query'

type Words = LadderDocument['competences']

/** A version as a file that another installation, or a draft here, can take in again. */
export const ladderDocument = query({
  verb: 'career.document',
  input: z.object({ versionId: z.uuid() }),
  output: LadderDocument,
  async run({ db, actor, input, now }) {
    const { ladder, competences, trainings } = await findLadder(actor, input, { reader: db, now })
    const { rows } = await db.execute<Words[number]>(sql`
      select c.slug, c.title, c.cluster, (select coalesce(json_agg(json_build_object('level', l.level, 'behaviour', l.behaviour)
          order by l.level), '[]') from competence_levels l where l.competence_id = c.id) as levels
      from competences c where c.id in (select r.competence_id from requirements r where r.version_id = ${ladder.id}) order by c.slug`)
    const slugs = new Map([
      ...ladder.rungs.map(({ positionId, slug }) => [positionId, slug] as const),
      ...[...competences, ...trainings].map(({ id, slug }) => [id, slug] as const),
    ])
    const slug = (id: string | null) => slugs.get(id ?? '') ?? ''
    return {
      format: 'sviato-ladder-1' as const,
      title: ladder.title,
      positions: ladder.rungs.map(({ positionId: _, ...place }) => place),
      moves: ladder.moves.map(({ fromId, toId, kind }) => ({ from: slug(fromId), to: slug(toId), kind })),
      requirements: ladder.requirements.map((r) => ({
        position: slug(r.positionId),
        kind: r.kind,
        thing: slug(r.competenceId) || slug(r.trainingId) || r.key,
        level: r.level,
        threshold: r.threshold,
        months: r.windowMonths,
        hard: r.hard,
        weight: r.weight,
      })),
      competences: rows,
    }
  },
})
