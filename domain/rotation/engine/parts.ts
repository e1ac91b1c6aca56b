export const PARTS = [
  'min',
  'target',
  'over',
  'pause',
  'block',
  'fatigue',
  'cost',
  'load',
  'goal',
  'variety',
  'stability',
] as const
export type Part = (typeof PARTS)[number]

/** Those that fall on one slot; load, aims and variety are of a person's whole day. */
export const HOUR_PARTS = [
  'min',
  'target',
  'over',
  'pause',
  'block',
  'fatigue',
  'cost',
  'stability',
] as const satisfies readonly Part[]
export type HourPart = (typeof HOUR_PARTS)[number]
