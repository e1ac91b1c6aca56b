import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#db/client'
import { makePerson, makeSite } from '#db/testing/people'
import { findLink } from '#server/accounts/actor-queries'
import { makeLink } from '#server/accounts/make-link'
import { listLinks } from '#server/accounts/queries'
import { revokeLink } from '#server/accounts/revoke-link'

test('a link reads as its maker until it is revoked or they leave; only the hash of its secret is kept', async () => {
  const siteId = await makeSite()
  const [maker, other] = [await makePerson({ siteId }), await makePerson({ siteId })]
  const { id, secret } = await makeLink(maker, { kind: 'ideas-feed', subject: 'all' })
  expect(secret).toMatch(/^[\w-]{22}$/)
  expect(await findLink(secret, 'ideas-feed')).toMatchObject({
    actor: { personId: maker.personId, access: 'read' },
    subject: 'all',
  })
  expect(await findLink(secret, 'screen')).toBeUndefined()
  expect(await findLink('A'.repeat(22), 'ideas-feed')).toBeUndefined()
  const { rows } = await db.execute(sql`select to_jsonb(l) as row from links l`)
  expect(JSON.stringify(rows)).not.toContain(secret)
  expect(await listLinks(maker, {})).toMatchObject([{ id, kind: 'ideas-feed' }])
  await expect(revokeLink(other, { linkId: id })).rejects.toMatchObject({ reason: 'not-found' })

  const { secret: second } = await makeLink(maker, { kind: 'calendar' })
  await db.execute(
    sql`update employments set valid = '[2026-01-05,2026-01-06)' where person_id = ${maker.personId}`,
  )
  expect(await findLink(second, 'calendar')).toBeUndefined()
  await revokeLink(maker, { linkId: id })
  expect(await findLink(secret, 'ideas-feed')).toBeUndefined()
  expect((await listLinks(maker, {})).map((link) => link.kind)).toEqual(['calendar'])
})
