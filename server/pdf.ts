import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { encode } from 'uqr'
import type { Locale } from '#domain/text'

/** The product's own letters as whole TrueType files; what is used of them is embedded in each document. */
const LETTERS = join(process.cwd(), 'node_modules/@expo-google-fonts/onest')
const WEIGHTS = { regular: '400Regular', strong: '600SemiBold' } as const
export type Weight = keyof typeof WEIGHTS

/** The colours of the light theme, as sRGB. */
export const INK = '#1d222f'
export const SOFT = '#515664'
export const ACCENT = '#1f4a9f'
export const LINE = '#e1dbd1'

/** Points, 72 to the inch. */
export const MARGIN = 56
const GAP = 8
const SIZES = { title: 22, section: 14, text: 10.5, small: 8.5 } as const
type Size = keyof typeof SIZES

type Wanted = {
  /** Shown by the reader program instead of the file's name. */
  title: string
  locale: Locale
  /** When the document was made; kept in it. */
  now: Date
  layout?: 'portrait' | 'landscape'
  /** Stands at the foot of every page, before the page's number; without it pages have no foot. */
  foot?: string
}

let files: Record<Weight, Buffer> | undefined
const letters = (): Record<Weight, Buffer> => {
  const read = (weight: Weight) =>
    readFileSync(join(LETTERS, WEIGHTS[weight], `Onest_${WEIGHTS[weight]}.ttf`))
  files ??= { regular: read('regular'), strong: read('strong') }
  return files
}

const open = ({ title, locale, now, layout = 'portrait' }: Wanted): PDFKit.PDFDocument => {
  const { regular, strong } = letters()
  const doc = new PDFDocument({
    size: 'A4',
    layout,
    margin: MARGIN,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: locale === 'uk' ? 'uk-UA' : 'en-GB',
    info: { Title: title, Creator: 'Sviato', Producer: 'Sviato', CreationDate: now, ModDate: now },
    // Without this the first page asks for a built-in font without Ukrainian letters.
    font: regular as unknown as string,
  })
  doc.registerFont('regular', regular as unknown as string)
  doc.registerFont('strong', strong as unknown as string)
  return doc.font('regular').fillColor(INK).fontSize(SIZES.text)
}

const numberPages = (doc: PDFKit.PDFDocument, foot: string) => {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page)
    const { width, height } = doc.page
    // Text below the margin would open a new page.
    doc.page.margins.bottom = 0
    const options = { width: width - 2 * MARGIN, lineBreak: false }
    const y = height - MARGIN + 18
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.font('regular').fontSize(SIZES.small).fillColor(SOFT)
    doc.text(foot, MARGIN, y, { ...options, ellipsis: true, height: 14 })
    doc.text(`${page + 1} / ${count}`, MARGIN, y, { ...options, align: 'right' })
    doc.endMarkedContent()
    doc.page.margins.bottom = MARGIN
  }
}

/**
 * Makes a PDF: `draw` puts the content on a `Sheet` from top to bottom, pages break by themselves. Text in any Ukrainian or
 * English letters stays text (it can be selected, searched and read aloud).
 */
export async function drawPdf(wanted: Wanted, draw: (sheet: Sheet) => void | Promise<void>): Promise<Buffer> {
  const doc = open(wanted)
  const parts: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
  await draw(new Sheet(doc))
  if (wanted.foot !== undefined) numberPages(doc, wanted.foot)
  doc.end()
  return done
}

type Say = {
  size?: Size
  weight?: Weight
  color?: string
  after?: number
  tag?: 'P' | 'H1' | 'H2' | 'Caption'
}

/** What a document is made of. `doc` is pdfkit's own document, for drawing at a place. */
export class Sheet {
  constructor(readonly doc: PDFKit.PDFDocument) {}

  /** Width between the margins, in points. */
  get width(): number {
    return this.doc.page.width - 2 * MARGIN
  }

  /** A paragraph across the page; `after` is the space below it in points. */
  text(
    text: string,
    { size = 'text', weight = 'regular', color = INK, after = 6, tag = 'P' }: Say = {},
  ): this {
    const { doc } = this
    const say = () => {
      doc.font(weight).fontSize(SIZES[size]).fillColor(color)
      doc.text(text, MARGIN, doc.y, { width: this.width, lineGap: SIZES[size] * 0.25 })
    }
    doc.addStructure(doc.struct(tag, {}, say))
    doc.y += after
    return this
  }

  /** The one name of the document. */
  title(text: string): this {
    return this.text(text, { size: 'title', weight: 'strong', after: 8, tag: 'H1' })
  }

  /** A heading; it goes to the next page rather than stand alone at the foot of this one. */
  section(text: string): this {
    this.room(72)
    this.doc.y += 10
    return this.text(text, { size: 'section', weight: 'strong', after: 4, tag: 'H2' })
  }

  /** Begins a new page where fewer than so many points are left on this one. */
  room(height: number): this {
    if (this.doc.y + height > this.doc.page.height - MARGIN) this.doc.addPage()
    return this
  }

  /** Rows under a head that stands again on each page; `widths` are shares of the page's width, `right` columns of numbers. */
  table({ head, rows, widths, right = [] }: Table): this {
    const { doc } = this
    const whole = widths.reduce((sum, share) => sum + share, 0)
    const columns = widths.map((share) => (share / whole) * this.width)
    const table = doc.struct('Table')
    doc.addStructure(table)
    const heightOf = (texts: readonly string[]) =>
      Math.max(
        ...texts.map((text, column) => doc.heightOfString(text, { width: (columns[column] ?? 0) - GAP })),
      )
    const line = (texts: readonly string[], kind: 'TH' | 'TD') => {
      doc
        .font(kind === 'TH' ? 'strong' : 'regular')
        .fontSize(SIZES.small)
        .fillColor(INK)
      const [top, height] = [doc.y, heightOf(texts)]
      const row = doc.struct('TR')
      table.add(row)
      let x = MARGIN
      for (const [column, text] of texts.entries()) {
        const [left, width] = [x, (columns[column] ?? 0) - GAP]
        const align = right.includes(column) ? ('right' as const) : ('left' as const)
        row.add(doc.struct(kind, {}, () => void doc.text(text, left, top, { width, align })))
        x += columns[column] ?? 0
      }
      row.end()
      doc.y = top + height + GAP
      doc.markContent('Artifact', { type: 'Layout' })
      doc
        .lineWidth(0.5)
        .strokeColor(LINE)
        .moveTo(MARGIN, doc.y - 3)
        .lineTo(x, doc.y - 3)
        .stroke()
      doc.endMarkedContent()
    }
    line(head, 'TH')
    for (const texts of rows) {
      doc.font('regular').fontSize(SIZES.small)
      if (doc.y + heightOf(texts) + GAP > doc.page.height - MARGIN) {
        doc.addPage()
        line(head, 'TH')
      }
      line(texts, 'TD')
    }
    table.end()
    doc.x = MARGIN
    doc.y += GAP
    return this
  }

  /** Names and values one under another. */
  pairs(rows: readonly { label: string; value: string }[]): this {
    for (const { label, value } of rows) {
      this.room(16)
      this.text(`${label}: ${value}`, { after: 2 })
    }
    this.doc.y += 6
    return this
  }

  /** A photo as kept, at most so high; `alt` says what it shows. */
  async picture(content: Uint8Array, { height = 220, alt }: { height?: number; alt: string }): Promise<this> {
    const { data, info } = await sharp(content)
      .flatten({ background: '#fff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    const scale = Math.min(this.width / info.width, height / info.height, 1)
    this.room(info.height * scale + 8)
    const { doc } = this
    const fit = { width: info.width * scale, height: info.height * scale }
    doc.addStructure(doc.struct('Figure', { alt }, () => doc.image(data, MARGIN, doc.y, fit)))
    doc.y += fit.height + 8
    return this
  }

  /** An address to be read with a phone's camera, as a square of so many points at a place. */
  qr(address: string, place: { x: number; y: number; side: number; alt: string }): this {
    const { doc } = this
    const { data, size } = encode(address, { ecc: 'M', border: 0 })
    const dot = place.side / size
    const draw = () => {
      for (const [y, row] of data.entries())
        for (const [x, dark] of row.entries())
          if (dark) doc.rect(place.x + x * dot, place.y + y * dot, dot, dot)
      doc.fill('#000')
    }
    doc.addStructure(doc.struct('Figure', { alt: place.alt }, draw))
    return this
  }
}

type Table = {
  head: readonly string[]
  rows: readonly (readonly string[])[]
  widths: readonly number[]
  right?: readonly number[]
}
