import type { IncomingMessage, ServerResponse } from 'node:http'
import { messagesOf } from '#messages/catalogue'

const { outage: uk } = messagesOf('uk')
const { outage: en } = messagesOf('en')

type Code = keyof typeof uk

const RETRY_AFTER = 3

// Without Next there is nobody to ask for the person's language, so the page speaks both.
const page = (code: Code, requestId: string, again: boolean) => `<!doctype html>
<html lang="uk"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">${again ? `<meta http-equiv="refresh" content="${RETRY_AFTER}">` : ''}
<title>${uk[code].title}</title></head>
<body><main><h1>${uk[code].title}</h1><p>${uk[code].text}</p>
<section lang="en"><h2>${en[code].title}</h2><p>${en[code].text}</p></section>
<p><small>${requestId}</small></p></main></body></html>
`

const PROBLEMS: Record<Code, string> = {
  unavailable: 'unavailable',
  foreign: 'forbidden',
  tooLarge: 'invalid',
  length: 'invalid',
  method: 'invalid',
  malformed: 'invalid',
}

/** Answers in place of Next: a page to a browser, a problem document to a program. */
export function answerPlainly(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: Code,
  requestId: string,
): void {
  const isPage = request.headers.accept?.includes('text/html') && !request.url?.startsWith('/api/')
  const again = status === 503 && request.method === 'GET'
  const problem = { type: 'about:blank', title: en[code].title, status, code: PROBLEMS[code], requestId }
  response.statusCode = status
  if (status === 503) response.setHeader('Retry-After', RETRY_AFTER)
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', isPage ? 'text/html; charset=utf-8' : 'application/problem+json')
  // The body may still be on its way and nobody will read it.
  response.setHeader('Connection', 'close')
  response.end(isPage ? page(code, requestId, again) : JSON.stringify(problem))
}
