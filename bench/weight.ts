import { request as ask } from 'node:http'
import type { Request } from '#bench/people'

export type Weight = { html: number; gzip: number; script: number; style: number; scripts: number }
type Answer = { status: number; body: Buffer; contentType: string }

/** As it comes over the wire: `fetch` would unpack it. */
export function get(
  url: string,
  { method, path, headers, body }: Request,
  encoding = 'identity',
): Promise<Answer> {
  return new Promise((done, fail) => {
    const options = { method, headers: { ...headers, 'accept-encoding': encoding } }
    const sent = ask(`${url}${path}`, options, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('error', fail)
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          body: Buffer.concat(pieces),
          contentType: response.headers['content-type'] ?? '',
        }),
      )
    })
    sent.on('error', fail)
    sent.end(body)
  })
}

/** Chunks are named by script elements and, for client components, in the flight data; `noModule` ones no browser of today loads. */
const assetsOf = (html: string, kind: 'js' | 'css'): string[] => {
  const modern = html.replace(/<script[^>]*noModule[^>]*>/gi, '')
  return [...new Set(modern.match(new RegExp(`static/chunks/[\\w./~-]+\\.${kind}`, 'g')) ?? [])]
}

/** What a browser that opens the page for the first time loads, in bytes over the wire. */
export async function weigh(url: string, request: Request): Promise<Weight> {
  const page = await get(url, request)
  const packed = await get(url, request, 'gzip')
  const total = async (names: string[]) => {
    let bytes = 0
    for (const name of names) {
      const asset = await get(url, { method: 'GET', path: `/_next/${name}`, headers: {} }, 'gzip')
      bytes += asset.body.length
    }
    return bytes
  }
  const html = page.body.toString('utf8')
  const scripts = assetsOf(html, 'js')
  return {
    html: page.body.length,
    gzip: packed.body.length,
    script: await total(scripts),
    style: await total(assetsOf(html, 'css')),
    scripts: scripts.length,
  }
}
