import type { ServerResponse } from 'node:http'

/** How Next's empty page begins, and where its empty body does. */
const EMPTY_PAGE = 'id="__next_error__"'
const BODY = '<body>'

const isLost = (response: ServerResponse) =>
  response.statusCode === 404 &&
  String(response.getHeader('content-type')).startsWith('text/html') &&
  !response.hasHeader('content-length')

const withText = (piece: unknown, text: () => string): unknown => {
  if (!(typeof piece === 'string' || piece instanceof Uint8Array)) return piece
  const page = Buffer.from(piece).toString()
  return page.includes(EMPTY_PAGE) ? page.replace(BODY, () => `${BODY}${text()}`) : piece
}

/**
 * Next answers a page whose own code found nothing with an empty body, which scripts are to draw. Whoever runs none reads `text`,
 * put at the beginning of that body. To be called after whatever compresses, since it has to see what Next writes.
 */
export function fillLostPage(response: ServerResponse, text: () => string): void {
  const write = response.write.bind(response) as (...parameters: unknown[]) => boolean
  response.write = (piece: unknown, ...rest: unknown[]) => {
    // Head and beginning of the body come in one piece.
    response.write = write
    return write(isLost(response) ? withText(piece, text) : piece, ...rest)
  }
}
