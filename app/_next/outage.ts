import { readFileSync } from 'node:fs'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { askedLocale, cookieOf, LOCALE_COOKIE } from '#app/_next/asked-locale'
import { PROBLEM_TYPE, problemDocument } from '#app/_next/problem'
import type { Locale } from '#domain/text'
import { messagesOf } from '#messages/catalogue'

const { outage: uk, layout: layoutUk } = messagesOf('uk')
const { outage: en, layout: layoutEn } = messagesOf('en')
const words = { uk: { outage: uk, layout: layoutUk }, en: { outage: en, layout: layoutEn } }

export type Outage = keyof typeof uk

const RETRY_AFTER: Partial<Record<Outage, number>> = { unavailable: 3, tooMany: 10 }

const PROBLEMS: Record<Outage, string> = {
  unavailable: 'unavailable',
  tooMany: 'too-many',
  foreign: 'forbidden',
  tooLarge: 'invalid',
  length: 'invalid',
  method: 'invalid',
  malformed: 'invalid',
}

const COLOURS = ['paper', 'raised', 'line', 'ink', 'soft', 'accent', 'on-accent']

let look: { style: string; mark: string } | undefined

/** The colours and the mark of the other pages, whose own style sheet only Next could name. */
const lookOf = () => {
  const sheet = readFileSync('app/globals.css', 'utf8')
  const colours = COLOURS.map((name) => new RegExp(`--color-${name}: .+?;`).exec(sheet)?.[0] ?? '')
  const mark = readFileSync('app/icon.svg', 'utf8').replace(
    '<svg',
    '<svg width="56" height="56" aria-hidden="true"',
  )
  const style = `:root{color-scheme:light dark;${colours.join('')}}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--color-paper);color:var(--color-ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:32rem;margin:1rem;padding:clamp(1.25rem,5vw,2.5rem);background:var(--color-raised);border:1px solid var(--color-line);border-radius:1rem}
h1,h2{line-height:1.18;text-wrap:balance;margin:1rem 0 .5rem}h1{font-size:clamp(1.625rem,1.4rem + .9vw,2.125rem)}h2{font-size:1.125rem}
section{margin-top:1.5rem;padding-top:.5rem;border-top:1px solid var(--color-line);color:var(--color-soft)}
a{display:inline-block;padding:.625rem 1rem;border-radius:.625rem;background:var(--color-accent);color:var(--color-on-accent);font-weight:600;text-decoration:none}
a:focus-visible{outline:3px solid var(--color-accent);outline-offset:2px}small{color:var(--color-soft)}`
  return { style, mark }
}

const localeOf = ({ cookie, 'accept-language': accepted }: IncomingHttpHeaders): Locale =>
  askedLocale(cookieOf(cookie, LOCALE_COOKIE), accepted ?? '')

type Page = { code: Outage; locale: Locale; requestId: string; nonce: string; again: number | undefined }

// Without Next a person's own choice is not known, so the page speaks both languages, the browser's first.
const page = ({ code, locale, requestId, nonce, again }: Page) => {
  look ??= lookOf()
  const other = locale === 'uk' ? 'en' : 'uk'
  const [first, second] = [words[locale], words[other]]
  const home = again ? '' : `<p><a href="/">${first.layout.lost.home}</a></p>`
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
${again ? `<meta http-equiv="refresh" content="${again}">` : ''}
<title>${first.outage[code].title} · ${first.layout.product}</title><style nonce="${nonce}">${look.style}</style></head>
<body><main>${look.mark}<h1>${first.outage[code].title}</h1><p>${first.outage[code].text}</p>${home}
<section lang="${other}"><h2>${second.outage[code].title}</h2><p>${second.outage[code].text}</p></section>
<p><small>${requestId}</small></p></main></body></html>
`
}

/** For whoever runs no scripts, where Next leaves the drawing of a lost page to them. */
export function lostWithoutScripts({ headers }: IncomingMessage, nonce: string): string {
  look ??= lookOf()
  const locale = localeOf(headers)
  const { lost } = words[locale].layout
  return `<noscript><style nonce="${nonce}">${look.style}</style><main lang="${locale}">${look.mark}<h1>${lost.title}</h1>
<p>${lost.lead}</p><p><a href="/">${lost.home}</a></p></main></noscript>`
}

/** Answers in place of Next: a page to a browser, a problem document to a program. */
export function answerPlainly(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, requestId, nonce }: { status: number; code: Outage; requestId: string; nonce: string },
): void {
  const { accept } = request.headers
  const isPage = accept?.includes('text/html') && !request.url?.startsWith('/api/')
  const after = RETRY_AFTER[code]
  const again = request.method === 'GET' ? after : undefined
  response.statusCode = status
  if (after) response.setHeader('Retry-After', after)
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', isPage ? 'text/html; charset=utf-8' : PROBLEM_TYPE)
  // The body may still be on its way and nobody will read it.
  response.setHeader('Connection', 'close')
  const title = words.en.outage[code].title
  response.end(
    isPage
      ? page({ code, locale: localeOf(request.headers), requestId, nonce, again })
      : problemDocument({ status, code: PROBLEMS[code], title, requestId }),
  )
}
