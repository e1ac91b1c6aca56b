import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import type { Floor } from '#db/testing/floor'
import { attack, makeFloor } from '#db/testing/floor'
import { UPLOAD_LIMIT } from '#domain/files'
import { uploadFile } from '#server/files/upload'
import { openFile } from '#server/flows/open-file'
import { purge } from '#server/jobs/purge'
import { closeAction } from '#server/workplace/close-action'
import { reportFault } from '#server/workplace/report-fault'

const NOW = new Date('2026-03-10T10:00:00Z')
const options = { now: NOW }
const SECRET = 'Kyiv shelter entrance'

let floor: Floor

beforeAll(async () => {
  floor = await makeFloor()
})

const blank = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 90, b: 20, alpha: 0.5 } } })

/** As a phone makes it: lying on its side, with the place, the time and a description. */
const phonePhoto = () =>
  blank(4000, 3000)
    .withExif({
      IFD0: { ImageDescription: SECRET, Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 27/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

const upload = (
  bytes: Buffer | string,
  more: { id?: string; anonymous?: boolean } = {},
  by = floor.operator,
) => {
  const file = new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], 'photo.jpg')
  return uploadFile(by, { room: 'workplace', file, ...more }, options)
}
const storedOf = async (fileId: string) => {
  const { rows } = await db.execute<{ content: Buffer; metadata_stripped: boolean }>(
    sql`select c.content, f.metadata_stripped from files f join file_contents c on c.file_id = f.id where f.id = ${fileId}`,
  )
  return rows[0]?.content ?? Buffer.alloc(0)
}

describe('what is kept of a photo', () => {
  test('is the picture alone: upright, at most 1600 px, without place, time or words', async () => {
    const sent = await phonePhoto()
    expect(sent.includes(SECRET)).toBe(true)
    const { fileId, width, height } = await upload(sent)
    expect([width, height]).toEqual([1200, 1600])
    const stored = await storedOf(fileId)
    const found = await sharp(stored).metadata()
    expect([found.exif, found.xmp, found.iptc, found.icc, found.orientation]).toEqual(
      Array(5).fill(undefined),
    )
    for (const trace of [SECRET, 'Exif', 'GPS', 'http://ns.adobe.com', 'photo.jpg'])
      expect(stored.includes(trace)).toBe(false)
  })

  test('goes by the content, not by the name: what is no picture is refused', async () => {
    const pretenders = ['<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', 'MZ', '<html></html>']
    for (const content of pretenders) {
      await expect(upload(content)).rejects.toMatchObject({ fields: { file: { key: 'notAPicture' } } })
    }
    const tiff = await blank(10, 10).tiff().toBuffer()
    await expect(upload(tiff)).rejects.toMatchObject({ fields: { file: { key: 'notAPicture' } } })
    const cut = (await phonePhoto()).subarray(0, 20_000)
    await expect(upload(cut)).rejects.toMatchObject({ reason: 'invalid' })
  })

  test('is refused when it is too large, in bytes or in pixels', async () => {
    await expect(upload(Buffer.alloc(UPLOAD_LIMIT + 1))).rejects.toMatchObject({
      fields: { file: { key: 'fileTooLarge' } },
    })
    const bomb = await blank(9000, 9000).png({ compressionLevel: 9 }).toBuffer()
    await expect(upload(bomb)).rejects.toMatchObject({ fields: { file: { key: 'notAPicture' } } })
  })

  test('keeps what can be seen through', async () => {
    const { fileId } = await upload(await blank(40, 30, 4).png().toBuffer())
    expect(await sharp(await storedOf(fileId)).metadata()).toMatchObject({ format: 'webp', hasAlpha: true })
  })

  test('is one when it is sent twice, and nobody else’s id is taken over', async () => {
    const id = newId(NOW)
    const photo = await blank(10, 10).jpeg().toBuffer()
    await upload(photo, { id })
    expect((await upload(photo, { id })).fileId).toBe(id)
    const other = newId(NOW)
    const twins = await Promise.all(Array.from({ length: 6 }, () => upload(photo, { id: other })))
    expect(twins.map(({ fileId }) => fileId)).toEqual(Array(6).fill(other))
    await expect(upload(photo, { id }, floor.colleague)).rejects.toMatchObject({ reason: 'conflict' })
  })

  test('sent without a name says neither who nor when', async () => {
    const id = newId(NOW)
    const { fileId } = await upload(await blank(10, 10).jpeg().toBuffer(), { id, anonymous: true })
    expect(fileId).not.toBe(id)
    const { rows } = await db.execute(sql`
      select uploaded_by, uploaded_at = date_trunc('day', uploaded_at) as day from files where id = ${fileId}`)
    expect(rows[0]).toEqual({ uploaded_by: null, day: true })
    const { rows: traces } = await db.execute(sql`
      select actor_id, at, subject_id from audit_entries where verb = 'files.upload' and actor_id is null`)
    expect(traces).toEqual([])
  })
})

describe('who sees a photo', () => {
  const sees = (who: Floor['operator'], fileId: string) =>
    openFile(who, { fileId }).then(
      () => true,
      (error) => (error.reason === 'not-found' ? false : Promise.reject(error)),
    )

  test('before it has a thing: its uploader; then whoever may see the thing', async () => {
    const { fileId } = await upload(await blank(20, 20).jpeg().toBuffer())
    expect([await sees(floor.operator, fileId), await sees(floor.supervisor, fileId)]).toEqual([true, false])
    const { actionId } = await reportFault(floor.operator, { kind: 'chair', fileIds: [fileId] }, options)
    const seen = [floor.operator, floor.supervisor, floor.safety, floor.head, floor.stranger, floor.colleague]
    expect(await Promise.all(seen.map((who) => sees(who, fileId)))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ])

    const mended = await upload(await blank(20, 20).jpeg().toBuffer(), {}, floor.safety)
    await closeAction(floor.safety, { actionId, note: 'Замінено крісло', fileIds: [mended.fileId] }, options)
    expect(await sees(floor.operator, mended.fileId)).toBe(true)
  })

  test('a photo has one thing, and nobody gives away another’s', async () => {
    const { fileId } = await upload(await blank(20, 20).jpeg().toBuffer())
    const take = (who: Floor['operator'], kind: 'light' | 'noise') =>
      reportFault(who, { kind, workplaceId: floor.seatId, fileIds: [fileId] }, options)
    await expect(take(floor.supervisor, 'light')).rejects.toMatchObject({
      fields: { fileIds: { key: 'fileGone' } },
    })
    await take(floor.operator, 'light')
    await expect(take(floor.operator, 'noise')).rejects.toMatchObject({
      fields: { fileIds: { key: 'fileGone' } },
    })
  })

  test('what no thing took is forgotten after two days; what one took stays', async () => {
    const [loose, held] = [
      await upload(await blank(9, 9).jpeg().toBuffer()),
      await upload(await blank(9, 9).jpeg().toBuffer()),
    ]
    await reportFault(floor.operator, { kind: 'air', fileIds: [held.fileId] }, options)
    await purge(new Date(NOW.getTime() + 49 * 3_600_000))
    expect([(await storedOf(loose.fileId)).length, (await storedOf(held.fileId)).length > 0]).toEqual([
      0,
      true,
    ])
  })
})

describe('Postgres refuses', () => {
  test('a photo that does not say that its metadata is gone, or whose content is another', async () => {
    const insert = (stripped: boolean | null, bytes = 3) =>
      db.transaction(async (tx) => {
        const id = newId(NOW)
        await tx.execute(sql`
          insert into files (id, room, mime, bytes, width, height, sha256, metadata_stripped, uploaded_by, uploaded_at)
          values (${id}, 'workplace', 'image/jpeg', ${bytes}, 10, 10, sha256('abc'), ${stripped}, ${floor.operator.personId}, ${NOW})`)
        await tx.execute(sql`insert into file_contents (file_id, content) values (${id}, 'abc'::bytea)`)
      })
    expect(await attack(insert(false))).toBe('files_stripped')
    expect(await attack(insert(null))).toBe('not-null')
    expect(await attack(insert(true, 5_000_000))).toBe('files_size')
    expect(await attack(insert(true, 4))).toBe('file_contents_whole')
    expect(await attack(insert(true))).toBeUndefined()
  })

  test('a picture with a name, as a document that keeps its metadata, and a document without one', async () => {
    const insert = (mime: string, name: string | null, size: number | null) =>
      attack(
        db.execute(sql`
          insert into files (id, room, mime, bytes, width, height, name, sha256, metadata_stripped, uploaded_by, uploaded_at)
          values (${newId(NOW)}, 'workplace', ${mime}, 3, ${size}, ${size}, ${name}, sha256('abc'), ${name === null},
            ${floor.operator.personId}, ${NOW})`),
      )
    expect(await insert('image/jpeg', 'shelter.jpg', null)).toBe('files_mime')
    expect(await insert('image/webp', 'shelter.webp', null)).toBe('files_mime')
    expect(await insert('application/pdf', null, 10)).toBe('files_mime')
  })

  test('a change of what was kept', async () => {
    const { fileId } = await upload(await blank(9, 9).jpeg().toBuffer())
    const act = (change: SQL) => attack(db.execute(change))
    expect(await act(sql`update file_contents set content = 'abc' where file_id = ${fileId}`)).toBe(
      'file_contents_whole',
    )
    expect(await act(sql`update files set room = 'ideas' where id = ${fileId}`)).toBe('files_immutable')
    expect(
      await act(sql`update files set uploaded_by = ${floor.colleague.personId} where id = ${fileId}`),
    ).toBe('files_immutable')
  })
})
