import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { db } from '#db/client'
import { makeBox } from '#db/testing/ideas'
import type { Actor } from '#domain/access'
import { uploadFile } from '#server/files/upload'
import { openFile } from '#server/flows/open-file'
import { showIdea } from '#server/ideas/idea-queries'
import { moderateIdea } from '#server/ideas/moderate'
import { submitIdea } from '#server/ideas/submit'

const picture = async () => {
  const background = { r: 10, g: 90, b: 200 }
  const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background } })
    .jpeg()
    .toBuffer()
  return new File([new Uint8Array(bytes)], 'photo.jpg')
}
const upload = async (who: Actor, anonymous: boolean) =>
  (await uploadFile(who, { room: 'ideas', file: await picture(), anonymous })).fileId

test('an anonymous idea takes only pictures that nobody signed, and whoever reads it sees them', async () => {
  const { operator, colleague, hr, areaId } = await makeBox()
  let turn = 0
  const send = (fileIds: string[]) =>
    submitIdea(operator, { title: `Зламана розетка ${turn++}`, areaId, authorMode: 'anonymous', fileIds })
  await expect(send([await upload(operator, false)])).rejects.toMatchObject({
    fields: { fileIds: { key: 'constraint.idea_files_unnamed' } },
  })
  const fileId = await upload(operator, true)
  const { number } = await send([fileId])
  expect((await showIdea(colleague, { number })).fileIds).toEqual([fileId])
  expect((await openFile(colleague, { fileId })).mime).toMatch(/^image\//)
  await expect(send([fileId])).rejects.toMatchObject({ fields: { fileIds: { key: 'fileGone' } } })
  const { rows } = await db.execute(sql`select to_jsonb(f) as row from files f where id = ${fileId}`)
  expect(JSON.stringify(rows)).not.toContain(operator.personId)
  const reason = 'На фото видно дані клієнта, а це не можна.'
  await moderateIdea(hr, { number, removed: true, reason })
  await expect(openFile(colleague, { fileId })).rejects.toMatchObject({ reason: 'not-found' })
})
