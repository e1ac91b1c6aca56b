import sharp from 'sharp'
import { expect, test } from 'vitest'
import { serveRest } from '#app/_next/rest/door'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import { makeToken } from '#server/accounts/make-token'

test('a picture is uploaded as a form and comes back as a picture, to its uploader alone', async () => {
  const siteId = await makeSite()
  const teamId = await makeTeam(siteId)
  const tokenOf = async () =>
    (await makeToken(await makePerson({ siteId, teamId }), { name: 'тест', scope: 'write', days: 1 })).secret
  const [mine, other] = [await tokenOf(), await tokenOf()]
  const send = (token: string, method: string, path: string, body?: FormData) =>
    serveRest(
      new Request(`http://localhost/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
        body,
      }),
    )
  const content = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const form = new FormData()
  form.set('room', 'ideas')
  form.set('file', new File([new Uint8Array(content)], 'photo.png', { type: 'image/png' }))
  const made = await send(mine, 'POST', '/files', form)
  expect(made.status).toBe(201)
  const { fileId } = (await made.json()) as { fileId: string }

  const found = await send(mine, 'GET', `/files/${fileId}`)
  expect(found.headers.get('content-type')).toBe('image/jpeg')
  expect(await sharp(Buffer.from(await found.arrayBuffer())).metadata()).toMatchObject({
    width: 30,
    height: 20,
  })
  expect((await send(other, 'GET', `/files/${fileId}`)).status).toBe(404)

  form.set('file', new File(['<svg/>'], 'photo.png', { type: 'image/png' }))
  const refused = await send(mine, 'POST', '/files', form)
  expect([refused.status, await refused.json()]).toMatchObject([422, { fields: { file: 'notAPicture' } }])
})

test('a document or a picture sent twice with one key is kept once; unnamed pictures have an end', async () => {
  const person = await makePerson({ siteId: await makeSite() })
  const { secret } = await makeToken(person, { name: 'тест', scope: 'write', days: 1 })
  const send = async (path: string, fields: Record<string, string | File>, key = '') => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    const headers = { authorization: `Bearer ${secret}`, ...(key && { 'idempotency-key': key }) }
    const answer = await serveRest(
      new Request(`http://localhost/api/v1${path}`, { method: 'POST', headers, body: form }),
    )
    return { status: answer.status, json: (await answer.json()) as { fileId?: string; fields?: object } }
  }
  const text = (words: string) => new File([words], 'notes.txt', { type: 'text/plain' })
  const [one, two] = [
    await send('/documents', { room: 'ideas', file: text('перша') }, 'document-1'),
    await send('/documents', { room: 'ideas', file: text('перша') }, 'document-1'),
  ]
  expect([one.status, two.json.fileId]).toEqual([201, one.json.fileId])
  const other = await send('/documents', { room: 'ideas', file: text('друга') }, 'document-1')
  expect([other.status, other.json.fields]).toEqual([422, { idempotencyKey: 'keyReused' }])

  const image = { create: { width: 9, height: 9, channels: 3 as const, background: 'red' } }
  const photo = new File([new Uint8Array(await sharp(image).png().toBuffer())], 'a.png', {
    type: 'image/png',
  })
  const [first, second] = [
    await send('/files', { room: 'ideas', file: photo }, 'picture-1'),
    await send('/files', { room: 'ideas', file: photo }, 'picture-1'),
  ]
  expect([first.status, second.json.fileId]).toEqual([201, first.json.fileId])

  const unnamed = { room: 'ideas', anonymous: 'true', file: photo }
  const statuses = []
  for (let turn = 0; turn < 21; turn++) statuses.push((await send('/files', unnamed)).status)
  expect(statuses).toEqual([...Array(20).fill(201), 429])
})

test('a key that would be forgotten is refused in words', async () => {
  const person = await makePerson({ siteId: await makeSite(), roles: [{ role: 'hr' }] })
  const { secret } = await makeToken(person, { name: 'тест', scope: 'write', days: 1 })
  const answer = await serveRest(
    new Request('http://localhost/api/v1/idea-webhooks', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'idempotency-key': 'webhook-1',
      },
      body: '{"url":"https://tracker.example.org/hook"}',
    }),
  )
  expect([answer.status, await answer.json()]).toMatchObject([
    422,
    { fields: { idempotencyKey: 'keyNotKept' } },
  ])
})
