import { getTranslations } from 'next-intl/server'
import { answering } from '#app/_next/answering'
import { signed } from '#app/_next/badges'
import { readCode } from '#domain/certificates'
import { findBadge } from '#server/training/badge-queries'

/** A certificate as an Open Badges 3.0 credential, for its holder and whoever may see what they have passed. */
export const GET = answering<{ code: string }>(
  { limit: 'file', stranger: 'sign-in', hides: true },
  async ({ actor }, _request, { code }) => {
    const t = await getTranslations('training.certificate')
    const known = readCode(code).replace(/[^0-9A-Z]/g, '')
    return signed(() => findBadge(actor, { code, criteria: t('criteria') }), {
      'content-type': 'application/vc',
      'content-disposition': `attachment; filename="badge-${known}.json"`,
      'cache-control': 'private, no-store',
    })
  },
)
