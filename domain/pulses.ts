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

/** What can be found by subtraction: the answers of a place that are in none of its shown parts. */
const remainder = (place: Place, shown: readonly Place[]): number[] => {
  const left = [...place.scores]
  for (const score of shown.flatMap(({ scores }) => scores)) left.splice(left.indexOf(score), 1)
  return left
}

/**
 * Places whose results may be shown. Hidden are those with fewer answers than `least` and those in which everybody said the same;
 * then the next smallest ones, until what could be found by subtraction (the hidden ones together with whoever belongs to no part)
 * is nobody, or again at least `least` people who did not all say the same. Nothing is shown below a hidden place.
 */
export function shownPlaces(place: Place, least: number): string[] {
  const tells = (scores: readonly number[]) => scores.length < least || isOne(scores)
  if (tells(place.scores)) return []
  const bySize = place.parts.toSorted((one, other) => one.scores.length - other.scores.length)
  const large = bySize.filter(({ scores }) => !tells(scores))
  for (let rest = remainder(place, large); rest.length && large.length && tells(rest); ) {
    large.shift()
    rest = remainder(place, large)
  }
  return [place.id, ...large.flatMap((part) => shownPlaces(part, least))]
}
