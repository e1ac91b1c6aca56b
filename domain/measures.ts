/**
 * What a seat measures in the browser: the unit, and what is so far out that the measuring itself went wrong. The version of the
 * method is kept with each number, so that numbers of different methods are never compared.
 */
export const MEASURES = {
  pop_p50_s: { unit: 'с (p50)', low: 0, high: 120 },
  pop_p95_s: { unit: 'с (p95)', low: 0, high: 120 },
  pop_server_ms: { unit: 'мс', low: 0, high: 60_000 },
  pop_network_ms: { unit: 'мс', low: 0, high: 60_000 },
  pop_render_ms: { unit: 'мс', low: 0, high: 60_000 },
  cpu_job_ms: { unit: 'мс', low: 1, high: 60_000 },
  rtt_ms: { unit: 'мс', low: 0, high: 60_000 },
  rtt_jitter_ms: { unit: 'мс', low: 0, high: 60_000 },
  mic_voice_dbfs: { unit: 'дБ', low: -120, high: 0 },
  mic_noise_dbfs: { unit: 'дБ', low: -120, high: 0 },
  mic_snr_db: { unit: 'дБ', low: -20, high: 120 },
  mic_clipped: { unit: '%', low: 0, high: 100 },
  ear_left: { unit: '', low: 0, high: 1 },
  ear_right: { unit: '', low: 0, high: 1 },
  screen_width: { unit: 'px', low: 100, high: 20_000 },
  screen_height: { unit: 'px', low: 100, high: 20_000 },
  screen_hz: { unit: 'Гц', low: 10, high: 500 },
} as const
export type Measure = keyof typeof MEASURES
export const MEASURE_KEYS = Object.keys(MEASURES) as Measure[]
export const METHOD_VERSION = 1

/** The limits of the shipped checklist's browser items: good up to the first, failing beyond the second. */
export const BOUNDS: Partial<
  Record<Measure | 'cpu_ratio', { ok: number; fail: number; lowIsBad?: boolean }>
> = {
  pop_p95_s: { ok: 1, fail: 2 },
  cpu_ratio: { ok: 1.5, fail: 2.5 },
  rtt_jitter_ms: { ok: 20, fail: 50 },
  mic_snr_db: { ok: 25, fail: 15, lowIsBad: true },
}

export function bandOfMeasure(metric: Measure | 'cpu_ratio', value: number): 'ok' | 'warn' | 'fail' | null {
  const bound = BOUNDS[metric]
  if (!bound) return null
  const sign = bound.lowIsBad ? -1 : 1
  if (sign * value <= sign * bound.ok) return 'ok'
  return sign * value <= sign * bound.fail ? 'warn' : 'fail'
}

const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b)

/** The value that so many hundredths of all lie at or below. */
export function percentile(values: readonly number[], hundredths: number): number {
  const all = sorted(values)
  return all[Math.min(all.length - 1, Math.max(0, Math.ceil((hundredths / 100) * all.length) - 1))] ?? 0
}

export const median = (values: readonly number[]): number => {
  const all = sorted(values)
  const middle = Math.floor(all.length / 2)
  const [low = 0, high = 0] = all.length % 2 ? [all[middle], all[middle]] : [all[middle - 1], all[middle]]
  return (low + high) / 2
}

/** The mean of the absolute differences between neighbours, as the jitter of a connection is told. */
export const jitterOf = (values: readonly number[]): number => {
  const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)))
  return steps.length ? steps.reduce((sum, step) => sum + step, 0) / steps.length : 0
}

const FLOOR = -120

/** Loudness of samples (−1…1) in dB of full scale: a full sine is −3.01. */
export function dbfsOf(samples: Float32Array | readonly number[]): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  const rms = Math.sqrt(sum / Math.max(1, samples.length))
  return rms > 0 ? Math.max(FLOOR, 20 * Math.log10(rms)) : FLOOR
}

/** The share of samples at the edge, in percent: there the voice is cut off. */
export function clippedOf(samples: Float32Array | readonly number[]): number {
  let clipped = 0
  for (const sample of samples) if (Math.abs(sample) >= 0.999) clipped += 1
  return (100 * clipped) / Math.max(1, samples.length)
}
