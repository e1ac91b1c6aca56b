const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A file for whoever asks, kept by no cache; its name says its type. A PDF is shown, the rest is saved. */
export function download(
  name: `${string}.${keyof typeof TYPES}`,
  body: Uint8Array | ReadableStream,
): Response {
  const type = name.slice(name.lastIndexOf('.') + 1) as keyof typeof TYPES
  const headers = {
    'content-type': TYPES[type],
    'content-disposition': `${type === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
    'cache-control': 'private, no-store',
  }
  return new Response(body instanceof Uint8Array ? new Uint8Array(body) : body, { headers })
}
