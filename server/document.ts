import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { DOCUMENTS, type DocumentMime, NAME_LIMIT } from '#domain/files'
import { invalid } from '#domain/refused'

/** A document ready to be kept: as it was sent, under a name that says what it is. */
export type Sent = { content: Buffer; mime: DocumentMime; name: string; sha256: Buffer }

const isDocument = (mime: string | undefined): mime is DocumentMime => mime !== undefined && mime in DOCUMENTS

const SPACE = 0x20
/** Tab, line feed, form feed, carriage return. */
const LAYOUT: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d])

/** Letters, signs, tabs and ends of lines; anything else makes a program of some kind. In UTF-8 no other letter has such a byte. */
const isText = (content: Buffer): boolean =>
  isUtf8(content) && content.every((byte) => byte >= SPACE || LAYOUT.has(byte))

/** The name without a path, signs that hide or turn letters, and an ending that says something else than the content. */
export function nameOf(given: string, mime: DocumentMime): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{C}<>:"|?*]/gu, '').replace(/^[\s.]+|[\s.]+$/g, '')
  const endings = DOCUMENTS[mime]
  const ending = endings.find((one) => plain.toLowerCase().endsWith(`.${one}`)) ?? endings[0]
  const stem = plain.replace(/\.[^.]*$/, '').slice(0, NAME_LIMIT - ending.length - 1)
  return `${stem || 'document'}.${ending}`
}

/**
 * Looks into a document for what it is, whatever its name says. Office files with programs in them, old ones in which nobody can
 * tell, and everything else are refused. @throws Refused `invalid`
 */
export async function readDocument(file: File): Promise<Sent> {
  const content = Buffer.from(await file.arrayBuffer())
  const found = await fileTypeFromBuffer(content).catch(() => undefined)
  const text = !found && isText(content) ? 'text/plain' : undefined
  const mime = found?.mime ?? text
  if (!isDocument(mime)) throw invalid('file', 'notADocument')
  const sha256 = createHash('sha256').update(content).digest()
  return { content, mime, name: nameOf(file.name, mime), sha256 }
}
