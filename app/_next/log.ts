import type { Logger } from 'pino'
import { pino } from 'pino'
import { environment } from '#db/environment'
import { withoutValues } from '#server/defects'

const kept = globalThis as typeof globalThis & { sviatoLog?: Logger }

// Standard output belongs to the lines a person reads at the start; logs go to standard error.
const open = () =>
  pino(
    {
      level: environment().logLevel,
      base: undefined,
      serializers: { err: (error: Error) => pino.stdSerializers.err(withoutValues(error)) },
    },
    pino.destination({ dest: 2, sync: false }),
  )

kept.sviatoLog ??= open()

/** JSON lines; one logger a process, whichever bundle asks. */
export const log: Logger = kept.sviatoLog
