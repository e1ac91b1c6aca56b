import { sql } from 'drizzle-orm'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { attack } from '#db/testing/floor'
import { makeBox } from '#db/testing/ideas'
import { nameOf } from '#server/document'
import { uploadDocument } from '#server/files/upload-document'
import { openFile } from '#server/flows/open-file'
import { showIdea } from '#server/ideas/idea-queries'
import { submitIdea } from '#server/ideas/submit'

let box: Awaited<ReturnType<typeof makeBox>>
let turn = 0

beforeAll(async () => {
  box = await makeBox()
})

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Author(Оксана Перша)>>endobj\ntrailer<<>>\n%%EOF\n')
const office = (main: string, type: string) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<Types><Override PartName="/${main}" ContentType="application/vnd.${type}.main+xml"/></Types>`,
      ),
      [main]: strToU8('<w/>'),
    }),
  )
const WORD = office('word/document.xml', 'openxmlformats-officedocument.wordprocessingml.document')
const MACROS = office('word/document.xml', 'ms-word.document.macroEnabled')

const upload = (content: Buffer | string, name: string, by = box.operator) =>
  uploadDocument(by, {
    room: 'ideas',
    file: new File([typeof content === 'string' ? content : new Uint8Array(content)], name),
  })
const send = (documentIds: string[], more: object = {}) =>
  submitIdea(box.operator, {
    title: `Таблиця в додатку ${turn++}`,
    areaId: box.areaId,
    authorMode: 'named',
    documentIds,
    ...more,
  })

test('a document is told by its content and gets a name that says the same', async () => {
  const pdf = await upload(PDF, 'C:\\Мої\\звіт\u202Efdp.exe')
  expect(pdf.name).toBe('звітfdp.pdf')
  expect((await upload(WORD, 'план.docx')).name).toBe('план.docx')
  expect((await upload('час;дзвінки\n9;40\n', 'черга.csv')).name).toBe('черга.csv')
  for (const [content, name] of [
    [MACROS, 'план.docx'],
    ['MZ\u0000\u0001program', 'нотатки.txt'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]), 'старе.doc'],
    [Buffer.from(zipSync({ 'a.txt': strToU8('a') })), 'архів.pdf'],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), 'фото.pdf'],
  ] as const)
    await expect(upload(content as Buffer, name)).rejects.toMatchObject({
      fields: { file: { key: 'notADocument' } },
    })
  await expect(upload(Buffer.alloc(10 * 1024 * 1024 + 1, 65), 'велике.txt')).rejects.toMatchObject({
    fields: { file: { key: 'fileTooLarge' } },
  })
  expect(nameOf('...', 'application/pdf')).toBe('document.pdf')
  expect(nameOf(`${'довга '.repeat(60)}.pdf`, 'application/pdf').length).toBeLessThanOrEqual(120)
})

test('comes with a signed idea and is read by whoever reads it', async () => {
  const { fileId, bytes } = await upload(PDF, 'звіт.pdf')
  await expect(openFile(box.colleague, { fileId })).rejects.toMatchObject({ reason: 'not-found' })
  const { number } = await send([fileId])
  const idea = await showIdea(box.colleague, { number })
  expect([idea.documents, idea.fileIds]).toEqual([[{ id: fileId, name: 'звіт.pdf', bytes }], []])
  const opened = await openFile(box.colleague, { fileId })
  expect([opened.name, opened.mime, opened.content.equals(PDF)]).toEqual([
    'звіт.pdf',
    'application/pdf',
    true,
  ])
  await expect(send([fileId])).rejects.toMatchObject({ fields: { fileIds: { key: 'fileGone' } } })
})

test('an idea that hides its author takes none, whatever name it travels under; Postgres says so too', async () => {
  for (const authorMode of ['hidden', 'anonymous']) {
    const { fileId } = await upload(PDF, 'звіт.pdf')
    await expect(send([fileId], { authorMode })).rejects.toMatchObject({
      fields: { documentIds: { key: 'ideas.namedDocuments' } },
    })
    await expect(send([], { authorMode, fileIds: [fileId] })).rejects.toMatchObject({ reason: 'invalid' })
  }
  const insert = (more: {
    stripped: boolean
    by: string | null
    name: string | null
    width: number | null
  }) =>
    db.execute(sql`
      insert into files (id, room, mime, bytes, width, height, name, sha256, metadata_stripped, uploaded_by, uploaded_at)
      values (${newId(new Date())}, 'ideas', ${more.name ? 'application/pdf' : 'image/jpeg'}, 3, ${more.width}, ${more.width}, ${more.name},
        sha256('abc'), ${more.stripped}, ${more.by}, now())`)
  const by = box.operator.personId
  expect(await attack(insert({ stripped: false, by: null, name: 'a.pdf', width: null }))).toBe('files_signed')
  expect(await attack(insert({ stripped: true, by, name: 'a.pdf', width: null }))).toBe('files_stripped')
  expect(await attack(insert({ stripped: false, by, name: 'a/b.pdf', width: null }))).toBe('files_name')
  expect(await attack(insert({ stripped: true, by, name: null, width: null }))).toBe('files_size')
})
