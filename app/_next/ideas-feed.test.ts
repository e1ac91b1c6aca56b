import { expect, test } from 'vitest'
import { ideasFeed } from '#app/_next/ideas-feed'
import { makeBox } from '#db/testing/ideas'
import { makeLink } from '#server/accounts/make-link'
import { revokeLink } from '#server/accounts/revoke-link'
import { submitIdea } from '#server/ideas/submit'

const read = (token: string) => ideasFeed(new Request(`http://localhost/api/ideas/feed?token=${token}`))

test('a feed shows what its maker may read, in sound XML, until it is revoked', async () => {
  const { operator, colleague, areaId } = await makeBox()
  const title = 'Швидше & простіше: <пошук> \u0001'
  const { number } = await submitIdea(colleague, { title, areaId, authorMode: 'hidden' })
  const { id, secret } = await makeLink(operator, { kind: 'ideas-feed', subject: areaId })
  const answer = await read(secret)
  expect(answer.headers.get('content-type')).toContain('application/atom+xml')
  const text = await answer.text()
  expect(text).toContain(`/ideas/${number}</id>`)
  expect(text).toContain('Швидше &#38; простіше: &#60;пошук&#62;')
  expect(text).not.toContain('Юрій Другий')
  expect(text.includes('\u0001')).toBe(false)
  expect((await read('A'.repeat(22))).status).toBe(404)
  await revokeLink(operator, { linkId: id })
  expect((await read(secret)).status).toBe(404)
})
