import type { Instrumentation } from 'next'

/** A defect is logged once, with the number that the error page shows and the request it happened in. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // biome-ignore lint/style/noProcessEnv: Next says here alone in which runtime this file was loaded.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('#app/_next/log')
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  const path = request.path.split('?', 1)[0]
  log.error(
    { err: error, digest, path, route: context.routePath, requestId: request.headers['x-request-id'] },
    'defect',
  )
}
