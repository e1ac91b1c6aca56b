import type { Environment } from '#domain/environment'
import { parseEnvironment } from '#domain/environment'

const kept = globalThis as typeof globalThis & { sviatoEnvironment?: Environment }

/** The settings of this process, read once, whichever bundle asks. */
export function environment(): Environment {
  kept.sviatoEnvironment ??= parseEnvironment(process.env)
  return kept.sviatoEnvironment
}

/** What the start decided (a free port, the embedded database, a made secret) becomes the setting, here and in children. */
export function settle(decided: Record<string, string>): Environment {
  Object.assign(process.env, decided)
  kept.sviatoEnvironment = undefined
  return environment()
}
