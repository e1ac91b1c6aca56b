import { z } from 'zod'
import { Page } from '#domain/paging'

export const ListAudit = Page.extend({
  actorId: z.uuid().optional(),
  verb: z.string().trim().max(100).optional(),
  subjectId: z.string().trim().max(100).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})
