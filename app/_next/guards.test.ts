import { describe, expect, it } from 'vitest'
import { refusalFor } from '#app/_next/guards'

const APP = 'https://sviato.example.org'
const ask = (headers: Record<string, string>, method = 'POST', path = '/ideas/new') =>
  refusalFor({ method, path, headers: { host: 'internal:3000', ...headers } }, APP)?.status

describe('refusalFor', () => {
  it.each([
    ['the address of the portal', { origin: APP, cookie: 'a=b' }],
    ['the host it was sent to', { origin: 'http://internal:3000', cookie: 'a=b' }],
    ['a program without origin', { cookie: 'a=b' }],
    ['a browser on the same page', { cookie: 'a=b', 'sec-fetch-site': 'same-origin' }],
    ['a program with a token', { origin: 'https://other.example', authorization: 'Bearer x' }],
  ])('lets a write pass from %s', (_, headers) => {
    expect(ask(headers as Record<string, string>)).toBeUndefined()
  })

  it.each([
    ['another site', { origin: 'https://evil.example', cookie: 'a=b' }],
    [
      'another site that has no cookie yet: somebody could be signed in as another',
      { origin: 'https://evil.example' },
    ],
    ['a sandboxed page', { origin: 'null', cookie: 'a=b' }],
    ['another port', { origin: 'https://sviato.example.org:8443', cookie: 'a=b' }],
    ['another scheme', { origin: 'http://sviato.example.org', cookie: 'a=b' }],
    ['a longer name', { origin: 'https://sviato.example.org.evil.example', cookie: 'a=b' }],
    ['another site that hides its origin', { cookie: 'a=b', 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same domain', { cookie: 'a=b', 'sec-fetch-site': 'same-site' }],
    ['a token beside a cookie', { origin: 'https://evil.example', cookie: 'a=b', authorization: 'Bearer x' }],
  ])('refuses a write from %s', (_, headers) => {
    expect(ask(headers as Record<string, string>)).toBe(403)
  })

  it('lets reads pass from everywhere: a link in a letter is one', () => {
    expect(ask({ cookie: 'a=b', 'sec-fetch-site': 'cross-site' }, 'GET')).toBeUndefined()
  })

  it.each(['TRACE', 'CONNECT', 'PROPFIND'])('knows no %s', (method) => {
    expect(ask({}, method)).toBe(405)
  })

  it('limits bodies to 1 MB, and uploads to 10', () => {
    const megabytes = (n: number) => String(n * 1024 * 1024)
    const form = 'multipart/form-data; boundary=x'
    expect(ask({ 'content-length': megabytes(1) })).toBeUndefined()
    expect(ask({ 'content-length': megabytes(1.1) })).toBe(413)
    expect(ask({ 'content-length': megabytes(9), 'content-type': form })).toBe(413)
    expect(
      ask({ 'content-length': megabytes(9), 'content-type': form }, 'POST', '/api/v1/files'),
    ).toBeUndefined()
    expect(ask({ 'content-length': megabytes(11), 'content-type': form }, 'POST', '/api/v1/files')).toBe(413)
    expect(
      ask({ 'content-length': megabytes(9), 'content-type': form }, 'POST', '/api/v1/documents'),
    ).toBeUndefined()
    expect(ask({ 'transfer-encoding': 'chunked' })).toBe(411)
  })
})
