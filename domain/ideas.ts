import { z } from 'zod'
import { FileIds } from '#domain/files'
import { localized } from '#domain/localized'
import { Page } from '#domain/paging'
import { BLANK } from '#domain/reply-blank'

export const IDEA_STATES = [
  'new',
  'under-review',
  'accepted',
  'planned',
  'in-progress',
  'done',
  'declined',
  'not-now',
  'merged',
] as const
export const AUTHOR_MODES = ['named', 'hidden', 'anonymous'] as const
export const AREA_KINDS = ['workplace', 'process', 'product', 'training', 'tools'] as const

/** What the owner may decide by hand; merging has a verb of its own. */
export const DECISIONS = ['accepted', 'planned', 'in-progress', 'done', 'declined', 'not-now'] as const
export const DECISION_REASONS = [
  'useful',
  'trial',
  'cost',
  'law',
  'exists',
  'elsewhere',
  'unclear',
  'later',
  'same',
] as const
export const IDEA_SORTS = ['new', 'supported', 'answered'] as const

export type IdeaState = (typeof IDEA_STATES)[number]
export type AuthorMode = (typeof AUTHOR_MODES)[number]

/** Below this an answer says nothing. In characters; Postgres holds the same line. */
export const REPLY_MINIMUM = 20

const WholeNumber = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
export const IdeaNumber = z.object({ number: WholeNumber })

const Title = z.string().trim().min(5).max(140)
const Body = z.string().trim().max(8000)

export const SubmitIdea = z
  .object({
    title: Title,
    body: Body.default(''),
    areaId: z.uuid(),
    authorMode: z.enum(AUTHOR_MODES),
    /** Pictures that were sent without a name, whatever the mode. */
    fileIds: FileIds.pipe(z.array(z.uuid()).max(3)),
    /** Documents carry names inside, so that only a named idea takes them. */
    documentIds: FileIds.pipe(z.array(z.uuid()).max(3)),
  })
  .refine(({ authorMode, documentIds }) => authorMode === 'named' || !documentIds.length, {
    path: ['documentIds'],
    message: 'ideas.namedDocuments',
  })

export const ListIdeas = Page.extend({
  sort: z.enum(IDEA_SORTS).default('new'),
  state: z.enum(IDEA_STATES).optional(),
  areaId: z.uuid().optional(),
  teamId: z.uuid().optional(),
  campaignId: z.uuid().optional(),
  /** Only the actor's own named and hidden ones; whose an anonymous one is nobody knows. */
  mine: z.stringbool().or(z.boolean()).optional(),
  following: z.stringbool().or(z.boolean()).optional(),
  search: z.string().trim().max(200).optional(),
  /** Instead of the list: what is most like this text, best first. */
  similar: z.string().trim().max(2000).optional(),
})

/** Parts of the box's address. */
export const LIST_NAMES = [
  'sort',
  'mine',
  'following',
  'teamId',
  'search',
  'areaId',
  'state',
  'campaignId',
  'cursor',
] as const

export const SimilarIdeas = z.object({
  text: z.string().trim().max(2000),
  limit: z.coerce.number().int().min(1).max(20).default(5),
})

export const FindCallable = IdeaNumber.extend({ text: z.string().trim().min(1).max(60) })
export const CommentIdea = IdeaNumber.extend({ body: z.string().trim().min(1).max(2000) })

/** Names called by «@Імʼя Прізвище» in what somebody writes; at most ten, so that nobody rings a whole floor. */
export const mentionsIn = (body: string): string[] =>
  [...body.matchAll(/@(\p{L}[\p{L}'’ʼ-]*\s\p{L}[\p{L}'’ʼ-]*)/gu)].map(([, name]) => String(name)).slice(0, 10)

const Reply = z
  .string()
  .trim()
  .min(REPLY_MINIMUM)
  .max(4000)
  .refine((body) => !body.includes(BLANK), { message: 'unfinishedTemplate' })
export const AnswerIdea = IdeaNumber.extend({
  kind: z.enum(['ack', 'question', 'decision']),
  body: Reply,
  state: z.enum(DECISIONS).optional(),
  reason: z.enum(DECISION_REASONS).optional(),
  /** When a decision «not now» returns by itself. */
  returnsOn: z.iso.date().optional(),
}).superRefine((input, context) => {
  const missing = (field: string) => context.addIssue({ code: 'custom', path: [field], message: 'required' })
  if (input.kind !== 'decision') return
  if (!input.state) missing('state')
  if (!input.reason) missing('reason')
  if (input.state === 'not-now' && !input.returnsOn) missing('returnsOn')
})

export const MergeIdea = IdeaNumber.extend({ into: WholeNumber, body: Reply })
export const UnmergeIdea = IdeaNumber.extend({ body: Reply })
export const SplitIdea = IdeaNumber.extend({
  title: Title,
  body: Body.default(''),
  areaId: z.uuid().optional(),
})
export const AssignIdea = IdeaNumber.extend({ ownerId: z.uuid() })
export const TrackIdea = IdeaNumber.extend({
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(500)]),
})

export const EFFECT_KINDS = ['time', 'complaints', 'hours'] as const
export type Effect = {
  kind: (typeof EFFECT_KINDS)[number]
  before: number
  after: number
  contacts: number | null
}
const Measure = z.coerce.number().int().min(0).max(10_000_000)
export const RecordEffect = IdeaNumber.extend({
  kind: z.enum(EFFECT_KINDS),
  before: Measure,
  after: Measure,
  contacts: Measure.min(1).optional(),
  body: Reply,
}).refine(({ kind, contacts }) => kind !== 'time' || contacts, { path: ['contacts'], message: 'required' })

/** What a done idea saves a month: hours where time was measured, complaints where those; negative where it got worse. */
export function savedMonthly({ kind, before, after, contacts }: Effect): number {
  const less = before - after
  return kind === 'time' ? Math.round((less * (contacts ?? 0)) / 360) / 10 : less
}

const Contact = { reference: z.string().trim().min(2).max(80), minutes: z.coerce.number().min(0.1).max(240) }

/** A customer asked for it in a contact that took so many minutes. */
export const LogContact = IdeaNumber.extend(Contact)
/** A customer asked for what nobody has asked for before. */
export const AskNew = z.object({ title: Title, areaId: z.uuid(), ...Contact })

export const ListAsks = Page.extend({
  number: WholeNumber.optional(),
  search: z.string().trim().max(200).optional(),
})

/** Hours a week that customers' asking takes: contacts of the last four weeks, a quarter of them. */
export const weeklyHours = (seconds: number): number => Math.round(seconds / 360 / 4) / 10

const ModerationReason = z.string().trim().min(REPLY_MINIMUM).max(1000)
export const ModerateIdea = IdeaNumber.extend({
  commentId: z.uuid().optional(),
  removed: z.stringbool().or(z.boolean()),
  reason: ModerationReason,
})

const AreaFields = z.object({
  name: localized(80),
  purpose: localized(300),
  ownerId: z.uuid(),
  backupId: z.uuid(),
  ackDays: z.coerce.number().int().min(1).max(14).default(2),
  decideDays: z.coerce.number().int().min(2).max(90).default(14),
})
type Area = z.output<typeof AreaFields>
const twoPeople = (area: Area) => area.ownerId !== area.backupId
const afterAck = (area: Area) => area.decideDays >= area.ackDays

export const OpenArea = AreaFields.extend({
  slug: z
    .string()
    .regex(/^[a-z0-9-]{2,40}$/)
    .optional(),
  kind: z.enum(AREA_KINDS),
  teamId: z.uuid().optional(),
  siteId: z.uuid().optional(),
})
  .refine((area) => Boolean(area.teamId) !== Boolean(area.siteId), { path: ['siteId'], message: 'onePlace' })
  .refine(twoPeople, { path: ['backupId'], message: 'anotherPerson' })
  .refine(afterAck, { path: ['decideDays'], message: 'afterAck' })

export const ChangeArea = AreaFields.extend({ areaId: z.uuid() })
  .refine(twoPeople, { path: ['backupId'], message: 'anotherPerson' })
  .refine(afterAck, { path: ['decideDays'], message: 'afterAck' })

export const RetireArea = z.object({ areaId: z.uuid() })

/** 128 bits in base64url; people paste the whole link, so what stands before it is cut off. */
export const ReplyCode = z
  .string()
  .trim()
  .max(500)
  .transform((text) => text.split('#').at(-1) ?? '')

export const ReadByCode = z.object({ code: ReplyCode })
export const ReplyByCode = ReadByCode.extend({ body: z.string().trim().min(1).max(2000) })

/**
 * Numbers to try for a new idea, shortest first: drawn by lot from its random id, so that they tell nothing of the order. As short
 * ones run out the next longer ones are taken. An anonymous idea has a long one from the start: nobody finds it by trying numbers
 * before it stands in the box.
 */
export function numbersFor(id: string, mode: AuthorMode): number[] {
  const lot = Number.parseInt(id.replaceAll('-', '').slice(-12), 16)
  const lengths = mode === 'anonymous' ? [9, 10, 11] : [4, 5, 6, 7, 8, 9, 10, 11]
  return lengths.map((digits) => 10 ** (digits - 1) + (lot % (9 * 10 ** (digits - 1))))
}

const FINAL: readonly IdeaState[] = ['done', 'declined', 'merged']

/** Whether people may still support it. */
export const isOpen = (state: IdeaState): boolean => !FINAL.includes(state)

/** Which answers an idea takes in its state: hearing it comes first, a decision may follow any time and be followed by another. */
export function answersFor(state: IdeaState): ('ack' | 'question' | 'decision')[] {
  if (state === 'merged') return []
  if (state === 'new') return ['ack', 'question', 'decision']
  return state === 'under-review' ? ['question', 'decision'] : ['decision']
}
