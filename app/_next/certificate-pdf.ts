import { createFormatter, createTranslator } from 'next-intl'
import { environment } from '#db/environment'
import { printedCode } from '#domain/certificates'
import type { Locale } from '#domain/text'
import { inLocale, LOCALES } from '#domain/text'
import { messagesOf } from '#messages/catalogue'
import type { Sheet, Weight } from '#server/pdf'
import { ACCENT, drawPdf, INK, SOFT } from '#server/pdf'
import type { Certificate } from '#server/training/certificate-queries'

const BAND = 132
const LEFT = BAND + 56
const RIGHT = 56
const FESTIVE = '#f8c324'

/** The ear of wheat of the product's mark, 36 units wide. */
const EAR = [
  'M18 5c2.6 2.6 2.6 5.6 0 8.2-2.6-2.6-2.6-5.6 0-8.2Z',
  'M26 10.6c.2 3.7-2.5 6.3-6.9 6.4.2-3.8 2.7-6.2 6.9-6.4ZM10 10.6c-.2 3.7 2.5 6.3 6.9 6.4-.2-3.8-2.7-6.2-6.9-6.4Z',
  'M26 17.2c.2 3.7-2.5 6.3-6.9 6.4.2-3.8 2.7-6.2 6.9-6.4ZM10 17.2c-.2 3.7 2.5 6.3 6.9 6.4-.2-3.8-2.7-6.2-6.9-6.4Z',
  'M17.1 22h1.8v9a.9.9 0 0 1-1.8 0Z',
]

type Line = {
  text: string
  weight: Weight
  sizes: readonly number[]
  most: number
  color?: string
  tag: string
}

/** One text at the largest of its sizes at which it is at most so high; answers where it ended. */
const fitted = ({ doc }: Sheet, y: number, { text, weight, sizes, most, color = INK, tag }: Line): number => {
  const width = doc.page.width - LEFT - RIGHT
  const options = { width, lineGap: 2 }
  doc.font(weight)
  const fits = (size: number) => doc.fontSize(size).heightOfString(text, options) <= most
  const size = sizes.find(fits) ?? sizes.at(-1) ?? 12
  const say = () =>
    void doc
      .font(weight)
      .fontSize(size)
      .fillColor(color)
      .text(text, LEFT, y, { ...options, height: most })
  doc.addStructure(doc.struct(tag, {}, say))
  return doc.y
}

const band = ({ doc }: Sheet): void => {
  doc.markContent('Artifact', { type: 'Layout' })
  doc.rect(0, 0, BAND, doc.page.height).fill(ACCENT)
  doc.rect(BAND, 0, 5, doc.page.height).fill(FESTIVE)
  doc
    .save()
    .translate(BAND / 2 - 54, doc.page.height / 2 - 62)
    .scale(3)
  for (const path of EAR) doc.path(path).fill('#fff')
  doc.restore()
  doc.endMarkedContent()
}

const page = (sheet: Sheet, certificate: Certificate, locale: Locale): void => {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'training.certificate' })
  const format = createFormatter({ locale, timeZone: 'UTC' })
  const day = (on: string) =>
    format.dateTime(new Date(on), { day: 'numeric', month: 'long', year: 'numeric' })
  const { doc } = sheet
  const { height, width } = doc.page
  const title = inLocale(certificate.title, locale)
  band(sheet)
  fitted(sheet, 64, {
    text: inLocale(certificate.issuer, locale),
    weight: 'regular',
    sizes: [12],
    most: 34,
    color: SOFT,
    tag: 'P',
  })
  let y = fitted(sheet, 104, {
    text: t('heading'),
    weight: 'strong',
    sizes: [20],
    most: 60,
    color: ACCENT,
    tag: 'H1',
  })
  const name = {
    text: certificate.name,
    weight: 'strong' as const,
    sizes: [38, 32, 26, 21, 17],
    most: 100,
    tag: 'P',
  }
  y = fitted(sheet, y + 26, name)
  const training = { text: title, weight: 'regular' as const, sizes: [22, 19, 16, 14], most: 84, tag: 'P' }
  y = fitted(sheet, y + 22, { ...training, text: t('training', { title }) })
  const facts = [
    [t('hours'), t('hoursValue', { hours: certificate.hours })],
    [t('completedOn'), day(certificate.completedOn)],
    [t('validUntil'), certificate.validUntil ? day(certificate.validUntil) : t('forEver')],
  ] as const
  const column = (width - LEFT - RIGHT) / facts.length
  const top = Math.max(y + 28, 330)
  for (const [index, [label, value]] of facts.entries()) {
    const x = LEFT + index * column
    const say = () => {
      doc
        .font('regular')
        .fontSize(9)
        .fillColor(SOFT)
        .text(label, x, top, { width: column - 10 })
      doc
        .font('strong')
        .fontSize(13)
        .fillColor(INK)
        .text(value, x, top + 14, { width: column - 10 })
    }
    doc.addStructure(doc.struct('P', {}, say))
  }
  const address = `${environment().appUrl}/verify/${certificate.code}`
  const code = printedCode(certificate.code)
  const side = 92
  sheet.qr(address, { x: LEFT, y: height - 56 - side, side, alt: t('scan') })
  const say = () => {
    const beside = { width: width - LEFT - RIGHT - side - 20 }
    const x = LEFT + side + 20
    doc
      .font('regular')
      .fontSize(9)
      .fillColor(SOFT)
      .text(t('check'), x, height - 56 - side + 8, beside)
    doc
      .font('strong')
      .fontSize(16)
      .fillColor(INK)
      .text(code, x, doc.y + 6, beside)
    doc
      .font('regular')
      .fontSize(9)
      .fillColor(SOFT)
      .text(address, x, doc.y + 6, { ...beside, link: address })
  }
  doc.addStructure(doc.struct('P', {}, say))
}

/** The certificate as a document of two pages: in the reader's language first, then in the other. */
export function certificatePdf(certificate: Certificate, locale: Locale, now: Date): Promise<Buffer> {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'training.certificate' })
  const title = `${t('heading')}: ${inLocale(certificate.title, locale)}`
  return drawPdf({ title, locale, now, layout: 'landscape' }, (sheet) => {
    for (const language of [locale, ...LOCALES.filter((other) => other !== locale)]) {
      if (language !== locale) sheet.doc.addPage()
      page(sheet, certificate, language)
    }
  })
}
