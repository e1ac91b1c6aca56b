import { z } from 'zod'
import { INSTRUMENT_KINDS } from '#domain/instruments'
import { localized } from '#domain/localized'
import { MEASURE_KEYS } from '#domain/measures'
import type { Text } from '#domain/text'
import { Decimal } from '#domain/workplace'

export const ITEM_TYPES = ['yes-no', 'scale', 'number', 'choice', 'text', 'photo'] as const
export type ItemType = (typeof ITEM_TYPES)[number]
export const SEASONS = ['any', 'warm', 'cold'] as const
/** What a seat's own measuring can answer: a browser's number, or the computer against the centre's middle. */
export const ITEM_METRICS = [...MEASURE_KEYS, 'cpu_ratio'] as const

const KEY = /^[a-z][a-z0-9_]{2,60}$/
const Key = z.string().regex(KEY, 'format')
const Bound = Decimal.optional()
const words = (maximum: number) =>
  z
    .object({ uk: z.string().trim().max(maximum).optional(), en: z.string().trim().max(maximum).optional() })
    .optional()

const Limits = z.object({
  season: z.enum(SEASONS),
  failLow: Bound,
  okLow: Bound,
  okHigh: Bound,
  failHigh: Bound,
})
export type ItemLimits = z.output<typeof Limits>
const Option = z.object({
  key: Key.optional(),
  label: words(120),
  /** Of a hundred: what this answer is worth. */
  worth: Decimal.pipe(z.number().min(0).max(100)).optional(),
})

/** One question as it is written; what does not belong to its type is left out when it is kept. */
export const Item = z.object({
  key: Key.optional(),
  type: z.enum(ITEM_TYPES),
  title: localized(300, 3),
  hint: words(500),
  weight: Decimal.pipe(z.number().min(0).max(10)).default(1),
  critical: z.boolean().default(false),
  perSeat: z.boolean().default(false),
  naAllowed: z.boolean().default(false),
  photoOnFail: z.boolean().default(false),
  unit: z.string().trim().max(30).optional(),
  plausibleLow: Bound,
  plausibleHigh: Bound,
  scaleMin: z.coerce.number().int().min(0).max(10).optional(),
  scaleMax: z.coerce.number().int().min(0).max(10).optional(),
  instrumentKind: z.enum(INSTRUMENT_KINDS).optional(),
  metric: z.enum(ITEM_METRICS).optional(),
  limits: z.array(Limits).max(3).default([]),
  options: z.array(Option).max(12).default([]),
  norms: z.array(z.string().max(60)).max(12).default([]),
})
export type ItemDraft = z.output<typeof Item>

export type ItemFault = {
  path: string
  key: 'required' | 'order' | 'limitsNeeded' | 'limitsAllYear' | 'normNeeded' | 'twoOptions' | 'twiceTheSame'
}

const given = <Value>(all: readonly (Value | undefined)[]): Value[] =>
  all.filter((one): one is Value => one !== undefined)

const ascends = (all: readonly (number | undefined)[]): boolean =>
  given(all).every((value, index, known) => index === 0 || value >= (known[index - 1] ?? value))

const bounded = (limits: ItemLimits): boolean => limits.okLow !== undefined || limits.okHigh !== undefined

/** A row of limits in which nothing stands says nothing. */
const said = ({ season, ...bounds }: ItemLimits): boolean => given(Object.values(bounds)).length > 0

function* plausibleFaults({ unit, plausibleLow, plausibleHigh }: ItemDraft): Generator<ItemFault> {
  for (const [path, value] of Object.entries({ unit, plausibleLow, plausibleHigh }))
    if (value === undefined || value === '') yield { path, key: 'required' }
  if ((plausibleLow ?? 0) >= (plausibleHigh ?? Number.POSITIVE_INFINITY))
    yield { path: 'plausibleHigh', key: 'order' }
}

function* limitFaults(limits: ItemLimits, at: string): Generator<ItemFault> {
  const { failLow, okLow, okHigh, failHigh } = limits
  if (failLow !== undefined && okLow === undefined) yield { path: `${at}.okLow`, key: 'required' }
  if (failHigh !== undefined && okHigh === undefined) yield { path: `${at}.okHigh`, key: 'required' }
  if (!ascends([failLow, okLow, okHigh, failHigh])) yield { path: `${at}.okLow`, key: 'order' }
}

function* numberFaults(item: ItemDraft): Generator<ItemFault> {
  yield* plausibleFaults(item)
  for (const [index, limits] of item.limits.entries()) yield* limitFaults(limits, `limits.${index}`)
  const seasons = item.limits.filter(bounded).map(({ season }) => season)
  const whole = seasons.includes('any') || (seasons.includes('warm') && seasons.includes('cold'))
  if (item.weight > 0 && !whole)
    yield { path: 'limits.0.okLow', key: seasons.length ? 'limitsAllYear' : 'limitsNeeded' }
  if (seasons.length && !item.norms.length) yield { path: 'norms', key: 'normNeeded' }
}

const writtenOptions = (item: ItemDraft) => item.options.filter(({ label }) => label?.uk)

/** What is wrong with a question as a whole; each names the field where it is mended. */
export function* faultsOfItem(item: ItemDraft): Generator<ItemFault> {
  if (item.type === 'number') yield* numberFaults(item)
  if (item.type === 'scale') {
    if (item.scaleMin === undefined) yield { path: 'scaleMin', key: 'required' }
    if (item.scaleMax === undefined) yield { path: 'scaleMax', key: 'required' }
    if ((item.scaleMin ?? 0) >= (item.scaleMax ?? 11)) yield { path: 'scaleMax', key: 'order' }
  }
  if (item.type === 'choice') {
    const options = writtenOptions(item)
    if (options.length < 2) yield { path: 'options.1.label.uk', key: 'twoOptions' }
    const labels = options.map(({ label }) => label?.uk)
    const again = labels.findIndex((label, index) => labels.indexOf(label) < index)
    if (again >= 0) yield { path: `options.${again}.label.uk`, key: 'twiceTheSame' }
  }
}

type Bounds = Record<'failLow' | 'okLow' | 'okHigh' | 'failHigh', number | null>
export type KeptItem = {
  key: string
  type: ItemType
  title: Text
  hint: Text | null
  weight: number
  critical: boolean
  perSeat: boolean
  naAllowed: boolean
  photoOnFail: boolean
  unit: string | null
  plausibleLow: number | null
  plausibleHigh: number | null
  scaleMin: number | null
  scaleMax: number | null
  instrumentKind: string | null
  metric: (typeof ITEM_METRICS)[number] | null
  limits: ({ season: ItemLimits['season'] } & Bounds)[]
  options: { key: string; label: Text; score: number }[]
  norms: string[]
}

const bound = (value: number | undefined): number | null => value ?? null
const textOf = (text: ItemDraft['hint']) => (text?.uk ? { uk: text.uk, en: text.en || undefined } : null)

/** A question as it is kept: the fields of other types are empty, blank rows are gone. */
export function keptItem(item: ItemDraft, key: string): KeptItem {
  const [isNumber, isScale] = [item.type === 'number', item.type === 'scale']
  const scored = item.type !== 'text' && item.type !== 'photo'
  const metric = isNumber ? (item.metric ?? null) : null
  return {
    key,
    type: item.type,
    title: item.title,
    hint: textOf(item.hint),
    weight: scored ? item.weight : 0,
    critical: scored && item.weight > 0 && item.critical,
    perSeat: item.perSeat,
    naAllowed: item.naAllowed,
    photoOnFail: item.photoOnFail,
    unit: isNumber ? (item.unit ?? null) : null,
    plausibleLow: isNumber ? bound(item.plausibleLow) : null,
    plausibleHigh: isNumber ? bound(item.plausibleHigh) : null,
    scaleMin: isScale ? bound(item.scaleMin) : null,
    scaleMax: isScale ? bound(item.scaleMax) : null,
    instrumentKind: isNumber ? item.instrumentKind || null : null,
    metric,
    limits: isNumber ? item.limits.filter(said).map(keptLimits) : [],
    options: item.type === 'choice' ? keptOptions(writtenOptions(item)) : [],
    norms: [...new Set(item.norms)],
  }
}

const keptLimits = ({ season, failLow, okLow, okHigh, failHigh }: ItemLimits) => ({
  season,
  failLow: bound(failLow),
  okLow: bound(okLow),
  okHigh: bound(okHigh),
  failHigh: bound(failHigh),
})

/** A new answer gets the first name that no other has; the name stays when answers before it are taken out. */
const keptOptions = (options: readonly z.output<typeof Option>[]) => {
  const taken = new Set(options.map(({ key }) => key))
  let number = 1
  return options.map(({ key, label, worth }) => {
    while (!key && taken.has(`option_${number}`)) number += 1
    const named = key ?? `option_${number}`
    taken.add(named)
    const score = (worth ?? 0) / 100
    return { key: named, label: { uk: label?.uk ?? '', en: label?.en || undefined }, score }
  })
}

export type KeptSection = { key: string; title: Text; items: KeptItem[] }
