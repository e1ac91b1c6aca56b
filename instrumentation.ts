import type { Instrumentation } from 'next'

// What Next's two readers of forms say of a body that is cut off or was never a form.
const GARBLED = /^(Failed to parse body as FormData|Unexpected end of form|Multipart: |Malformed )/

/** A defect is logged once, with the number that the error page shows and the request it happened in. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // biome-ignore lint/style/noProcessEnv: Next says here alone in which runtime this file was loaded.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  if (error instanceof Error && GARBLED.test(error.message)) {
    const { noteGarbled } = await import('#server/request-scope')
    return noteGarbled()
  }
  const [{ log }, { loggedPath }] = await Promise.all([
    import('#app/_next/log'),
    import('#app/_next/logged-path'),
  ])
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  log.error(
    {
      err: error,
      digest,
      path: loggedPath(request.path),
      route: context.routePath,
      requestId: request.headers['x-request-id'],
    },
    'defect',
  )
}
