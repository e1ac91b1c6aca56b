import { z } from 'zod'
import { EVIDENCE_KEYS, LEVELS } from '#domain/career'
import { Page } from '#domain/paging'

export const ASSESSMENT_SOURCES = ['self', 'supervisor', 'quality', 'exam', 'peer'] as const

const level = z.coerce.number().int().min(LEVELS[0]).max(4)

/** One's own word: a proposal that somebody else answers. */
export const AskAssessment = z.object({ competenceId: z.uuid(), level })

/** A colleague's word: from level 3 on people may propose levels of others. */
export const ProposeLevel = z.object({ personId: z.uuid(), competenceId: z.uuid(), level })
export const LEAST_TO_PROPOSE = 3

/** In place: bringing newcomers along without leaving what one does. */
export const OfferMentoring = z.object({ offered: z.boolean().default(false) })

const reason = z.string().trim().min(10).max(500)

export const AssessLevel = z.object({
  personId: z.uuid(),
  competenceId: z.uuid(),
  level,
})
export const AnswerAssessment = z.discriminatedUnion('outcome', [
  z.object({ assessmentId: z.uuid(), outcome: z.literal('confirmed') }),
  z.object({ assessmentId: z.uuid(), outcome: z.literal('rejected'), reason }),
])

export const ListAssessments = Page.extend({
  personId: z.uuid().optional(),
  waiting: z.stringbool().or(z.boolean()).optional(),
})

export const RecordEvidence = z.object({
  personId: z.uuid(),
  key: z.enum(EVIDENCE_KEYS),
  happenedOn: z.iso.date(),
  note: z.string().trim().max(500).optional(),
})
export const VerifyEvidence = z.object({ evidenceId: z.uuid() })
export const ListEvidence = Page.extend({ personId: z.uuid().optional() })
