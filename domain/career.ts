import { z } from 'zod'
import { MOVE_KINDS } from '#domain/ladder-diff'
import { localized } from '#domain/localized'

/** Words that a requirement of these kinds may use; each has its name under `career` in messages. */
export const METRIC_KEYS = ['quality-score', 'team-quality-score', 'sales-plan'] as const
export const EVIDENCE_KEYS = [
  'newcomers-independent',
  'acting-shifts',
  'promoted-members',
  'improvement',
] as const
export const APPROVAL_KEYS = ['supervisor', 'hr'] as const

export const INTENTS = ['grow', 'move', 'stay', 'undecided'] as const
export const VISIBILITIES = ['private', 'supervisor', 'open'] as const
/** Fewer private wishes or plans than this stand in no number: who keeps theirs could be told from it. */
export const LEAST_PRIVATE = 5
/** When somebody's shifts usually begin; `office`: they have none. */
export const SHIFT_KINDS = ['morning', 'day', 'evening', 'office'] as const
export const LEVELS = [1, 2, 3, 4] as const

const day = z.iso.date()

export const SetIntent = z
  .object({
    kind: z.enum(INTENTS),
    targetId: z.uuid().optional(),
    visibility: z.enum(VISIBILITIES),
    askAgainOn: day.optional(),
  })
  .refine(({ kind, targetId }) => !targetId || kind === 'grow' || kind === 'move', {
    path: ['targetId'],
    error: 'targetOnlyToMove',
  })

/** Days until a wish is asked about again, where the person names no date. */
export const ASK_AGAIN_DAYS = { grow: 90, move: 90, stay: 365, undecided: 60 } as const satisfies Record<
  (typeof INTENTS)[number],
  number
>

export const StartDraft = z.object({ ladderId: z.uuid() })

const asked = { versionId: z.uuid(), positionId: z.uuid(), hard: z.boolean().default(false) }
const weight = z.number().int().min(1).max(10).default(1)
const months = z.number().int().min(1).max(120)

/** A requirement of a draft; the same position and thing again replaces it. */
export const SetRequirement = z.discriminatedUnion('kind', [
  z.object({
    ...asked,
    weight,
    kind: z.literal('competence'),
    competenceId: z.uuid(),
    level: z.number().int().min(1).max(4),
  }),
  z.object({ ...asked, weight, kind: z.literal('training'), trainingId: z.uuid() }),
  z.object({
    ...asked,
    weight,
    kind: z.literal('metric'),
    key: z.enum(METRIC_KEYS),
    threshold: z.number().positive().max(1000),
    windowMonths: months,
  }),
  z.object({ ...asked, weight, kind: z.literal('tenure'), threshold: months }),
  z.object({ ...asked, weight, kind: z.literal('time-in-previous'), threshold: months }),
  z.object({
    ...asked,
    weight,
    kind: z.literal('evidence'),
    key: z.enum(EVIDENCE_KEYS),
    threshold: z.number().int().min(1).max(100),
    windowMonths: months.optional(),
  }),
  z.object({ ...asked, weight, kind: z.literal('approval'), key: z.enum(APPROVAL_KEYS) }),
])

export const RemoveRequirement = z.object({ requirementId: z.uuid() })

export const SetSeats = z.object({
  versionId: z.uuid(),
  positionId: z.uuid(),
  seats: z.number().int().min(0).max(100_000),
})

/** The short name of a position in addresses: its English title, else a part of its id. */
export const slugOf = (title: { en?: string }, id: string): string => {
  const named = (title.en ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return named.replace(/^-+|-+$/g, '') || `position-${id.slice(-8)}`
}

const words = localized(100, 2)
const draftAndPosition = { versionId: z.uuid(), positionId: z.uuid() }
const height = z.number().int().min(1).max(60).nullish()
const seats = z.number().int().min(0).max(100_000).default(0)

/** A new position, and its place in a draft. */
export const AddPosition = z.object({
  versionId: z.uuid(),
  title: words,
  purpose: localized(1000, 10),
  family: z.enum(MOVE_KINDS),
  rung: height,
  seats,
})
/** Where a position stands in a draft, and how many seats it has; one that is not there is put there. */
export const PlacePosition = z.object({ ...draftAndPosition, rung: height, seats })
/** What a draft calls a position and says it is for; the position is called so everywhere once it is published. */
export const SetWords = z.object({ ...draftAndPosition, title: words, purpose: localized(1000, 10) })
export const RemovePosition = z.object(draftAndPosition)
export const SetMove = z
  .object({ versionId: z.uuid(), fromId: z.uuid(), toId: z.uuid(), kind: z.enum(MOVE_KINDS) })
  .refine(({ fromId, toId }) => fromId !== toId, { path: ['toId'], error: 'twoPositions' })
export const RemoveMove = z.object({ versionId: z.uuid(), fromId: z.uuid(), toId: z.uuid() })
export const DuplicateLadder = z.object({ versionId: z.uuid(), title: localized(100, 3) })
export const DropDraft = z.object({ versionId: z.uuid() })

export const AskOverride = z.object({
  versionId: z.uuid(),
  reason: z.string().trim().min(20).max(1000),
  edits: z.number().int().min(0),
})
export const ApproveOverride = z.object({ overrideId: z.uuid() })

const sentence = localized(300, 10)

export const PublishLadder = z
  .object({
    versionId: z.uuid(),
    whatChanged: sentence,
    /** The number of edits that the publisher has read; another editor since then is a conflict. */
    edits: z.number().int().min(0),
  })
  .refine(({ whatChanged }) => (whatChanged.en?.length ?? 0) >= 10, {
    path: ['whatChanged', 'en'],
    error: 'bothLanguages',
  })

export const Acknowledge = z.object({ versionId: z.uuid() })

export const RecordMetrics = z.object({
  values: z
    .array(
      z.object({
        personId: z.uuid(),
        key: z.enum(METRIC_KEYS),
        month: z.iso.date().refine((month) => month.endsWith('-01'), { error: 'firstOfMonth' }),
        value: z.number().min(0).max(1000),
        sample: z.number().int().min(0).max(1_000_000),
      }),
    )
    .min(1)
    .max(500),
  source: z.string().trim().min(1).max(100),
})
