import { z } from 'zod'
import { Audience, isOnePlace } from '#domain/campaigns'
import { localized } from '#domain/localized'

/** Fewest people of a place that is asked, and fewest answers that are shown: fewer would be known without a name. */
export const LEAST_ASKED = 5

export const OpenPulse = Audience.extend({
  question: localized(300, 10),
  days: z.coerce.number().int().min(3).max(31).default(7),
}).refine(isOnePlace, { path: ['teamId'], message: 'oneAudience' })

const Bytes = (least: number, most: number) =>
  z
    .string()
    .regex(/^[\w+/=-]+$/)
    .min(least)
    .max(most)
export const PulseTicket = z.object({ pulseId: z.uuid(), blinded: Bytes(300, 400) })
export const PulseAnswer = z.object({
  pulseId: z.uuid(),
  siteId: z.uuid(),
  teamId: z.uuid().nullable(),
  /** The message that was signed, 64 bytes, and its signature, both in base64. */
  message: Bytes(80, 100),
  signature: Bytes(300, 400),
  score: z.coerce.number().int().min(1).max(5),
  comment: z.string().trim().max(1000).default(''),
})

/** A place with the scores that were given in it and below it. */
export type Place = { id: string; scores: readonly number[]; parts: readonly Place[] }

const isOne = (scores: readonly number[]) => new Set(scores).size < 2

const sizeOf = (places: readonly Place[]) => places.reduce((sum, place) => sum + place.scores.length, 0)

/**
 * Places whose results may be shown. Hidden are those with fewer answers than `least` and those in which everybody said the same;
 * then the next smallest ones, until what could be found by subtraction (the hidden ones together with whoever belongs to no part)
 * is nobody or at least `least` people again. Nothing is shown below a hidden place.
 */
export function shownPlaces(place: Place, least: number): string[] {
  if (place.scores.length < least || isOne(place.scores)) return []
  const bySize = place.parts.toSorted((one, other) => one.scores.length - other.scores.length)
  const small = bySize.filter(({ scores }) => scores.length < least || isOne(scores))
  const large = bySize.filter((part) => !small.includes(part))
  let rest = place.scores.length - sizeOf(large)
  while (rest > 0 && rest < least && large.length) rest += (large.shift() as Place).scores.length
  return [place.id, ...large.flatMap((part) => shownPlaces(part, least))]
}
