import { OpenAPIGenerator } from '@orpc/openapi'
import { os } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { operations } from '#app/_next/rest/registry'

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })

const problem = {
  description: 'RFC 9457 problem document',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object' as const,
        required: ['status', 'code', 'fields'],
        properties: {
          status: { type: 'integer' as const },
          code: {
            enum: ['invalid', 'unauthenticated', 'forbidden', 'not-found', 'conflict', 'too-many', 'defect'],
          },
          fields: { type: 'object' as const, additionalProperties: { type: 'string' as const } },
        },
      },
    },
  },
}

let generated: Promise<object> | undefined

/** The OpenAPI 3.1 document, made once from the verbs' own zod inputs and outputs. */
export function openApiDocument(): Promise<object> {
  const router = Object.fromEntries(
    operations.map(({ method, path, run, status, body }, index) => [
      `${index}`,
      os
        .route({
          method,
          path,
          operationId: run.verb,
          tags: [path.split('/')[1] ?? ''],
          inputStructure: 'compact',
          successStatus: status ?? (method === 'POST' ? 201 : 200),
          spec: (operation) => ({ ...operation, responses: { ...operation.responses, default: problem } }),
        })
        .input(run.input)
        .output(body?.schema ?? run.output)
        .handler(() => undefined as never),
    ]),
  )
  generated ??= generator.generate(router, {
    info: { title: 'Sviato', version: '1' },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  })
  return generated
}
