/** The step of the keyboard and of dragging, in millimetres. */
export const STEP = 100
export const keepInside = (value: number, size: number): number =>
  Math.min(size, Math.max(0, Math.round(value / STEP) * STEP))
