import type { z } from 'zod'
import type { Limit } from '#app/_next/limits'
import type { Command } from '#server/command'
import type { Query } from '#server/query'

/** One operation of the REST door: the verb is the operationId, its zod input and output are the document. */
export type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Under /api/v1; `{name}` is a field of the input. */
  path: `/${string}`
  // The registry holds verbs of every input; each is parsed by its own schema when called.
  run: Command | Query
  status?: 200 | 201 | 202 | 204
  /** What it counts against beside the reads or writes of all kinds. */
  limit?: (input: unknown) => Limit | undefined
  /** Where the answer is no JSON, as a picture: what the verb's result becomes. */
  body?: { schema: z.ZodType; of: (result: unknown) => Blob }
}
