import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { certificatePdf } from '#app/_next/certificate-pdf'

const certificate = {
  code: '7K3M9QPR2XWD04TZ',
  state: 'valid' as const,
  name: 'Марʼяна Ґудзь-Їжакевич',
  title: { uk: 'Робота зі скаргами', en: 'Complaints' },
  hours: 12,
  completedOn: '2026-11-12',
  validUntil: null,
  issuer: { uk: 'Центр «Свято»' },
}
const now = new Date('2026-11-12T09:00:00Z')
const longest = 'Єлизавета-Ґалаґан Підкуймухʼюк-Їжакевич '.repeat(6).slice(0, 200)

/** Which letters can be read back from the document: its maps from glyphs to Unicode. */
const lettersOf = (pdf: Buffer): Set<string> => {
  const letters = new Set<string>()
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('endstream', at)
    if (pdf.subarray(at - 3, at).toString() === 'end' || end < 0) continue
    let text = ''
    try {
      text = inflateSync(pdf.subarray(at + 7, end)).toString('latin1')
    } catch {
      continue
    }
    if (!text.includes('begincmap')) continue
    for (const [, list = ''] of text.matchAll(/\[([^\]]*)\]/g))
      for (const [, hex = ''] of list.matchAll(/<([0-9a-f]{4})>/g))
        letters.add(String.fromCodePoint(Number.parseInt(hex, 16)))
  }
  return letters
}

test('a certificate keeps every Ukrainian letter readable, in two pages, whatever the length of the name', async () => {
  for (const name of [certificate.name, longest, 'Ґʼєії'.repeat(40)]) {
    const pdf = await certificatePdf({ ...certificate, name }, 'uk', now)
    expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7')
    expect(pdf.toString('latin1')).toContain('/Count 2')
    const letters = lettersOf(pdf)
    for (const letter of name.replaceAll(' ', '')) expect(letters).toContain(letter)
    expect(pdf.length).toBeLessThan(60_000)
  }
})

test('the language of the document is the reader’s, and the same certificate gives the same document', async () => {
  const [uk, en, again] = await Promise.all([
    certificatePdf(certificate, 'uk', now),
    certificatePdf(certificate, 'en', now),
    certificatePdf(certificate, 'uk', now),
  ])
  expect(uk.toString('latin1')).toContain('(uk-UA)')
  expect(en.toString('latin1')).toContain('(en-GB)')
  expect(again.equals(uk)).toBe(true)
})
