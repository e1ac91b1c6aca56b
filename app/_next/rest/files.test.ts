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
