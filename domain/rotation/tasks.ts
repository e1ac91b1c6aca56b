import { z } from 'zod'
import { localized } from '#domain/localized'

const Load = z.coerce.number().int().min(0).max(3)
const Need = z.object({
  competenceId: z.uuid().optional(),
  level: z.coerce.number().int().min(1).max(4).default(1),
})

/** A service by an instrument for a project; without both it is work inside the centre. An empty need is none. */
export const WriteTask = z
  .object({
    taskId: z.uuid().optional(),
    serviceId: z.uuid(),
    channelId: z.uuid().optional(),
    projectId: z.uuid().optional(),
    title: localized(80, 2),
    shortTitle: localized(12, 1),
    hue: z.coerce.number().int().min(0).max(9),
    voice: Load,
    eyes: Load,
    mind: Load,
    minBlockMinutes: z.coerce.number().int().min(15).max(480).multipleOf(15).default(30),
    needs: z.array(Need).max(6).default([]),
  })
  .refine(({ channelId, projectId }) => Boolean(channelId) === Boolean(projectId), {
    path: ['channelId'],
    message: 'required',
  })
  .refine(
    ({ needs }) => {
      const named = needs.flatMap(({ competenceId }) => competenceId ?? [])
      return new Set(named).size === named.length
    },
    { path: ['needs'], message: 'sameTwice' },
  )
export const RetireTask = z.object({ taskId: z.uuid() })
