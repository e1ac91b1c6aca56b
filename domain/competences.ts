import { z } from 'zod'
import { LEVELS } from '#domain/career'
import { localized } from '#domain/localized'

export const CLUSTERS = ['customer', 'self', 'people', 'operations'] as const

const words = localized(600, 10)

/** A competence with every level in words; without an id it is a new one. */
export const SetCompetence = z.object({
  competenceId: z.uuid().optional(),
  title: localized(100, 3),
  cluster: z.enum(CLUSTERS),
  levels: z.array(z.object({ behaviour: words })).length(LEVELS.length),
})
export const RetireCompetence = z.object({ competenceId: z.uuid(), retired: z.boolean().default(false) })
