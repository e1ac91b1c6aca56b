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
