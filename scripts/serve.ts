import type { Environment } from '#domain/environment'
import { parseEnvironment } from '#domain/environment'
import { endWith } from '#scripts/ending'

const readSettings = (): Environment => {
  try {
    return parseEnvironment(process.env)
  } catch (error) {
    return endWith(error)
  }
}

const wished = readSettings()
// Only now: modules of the portal read the settings while they load, and would fail with a trace.
const { serve } = await import('#scripts/portal')
serve(wished)
