/** What sensors send, in the words of the shipped checklist, with the unit and what no sensor can mean. */
export const SENSOR_METRICS = {
  air_temp_c: { unit: '°C', low: -50, high: 80 },
  humidity_pct: { unit: '%', low: 0, high: 100 },
  co2_ppm: { unit: 'ppm', low: 0, high: 40_000 },
  noise_dba: { unit: 'дБА', low: 0, high: 160 },
  light_lux: { unit: 'лк', low: 0, high: 200_000 },
} as const
export type SensorMetric = keyof typeof SENSOR_METRICS
export const SENSOR_METRIC_KEYS = Object.keys(SENSOR_METRICS) as SensorMetric[]
