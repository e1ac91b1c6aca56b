import type { Reason } from '#domain/refused'

/** The HTTP status of each refusal. */
export const STATUS: Record<Reason, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
}
