import { getTranslations } from 'next-intl/server'
import { answerSigned } from '#app/_next/badges'
import { requireSession } from '#app/_next/session'
import { readCode } from '#domain/certificates'
import { findBadge } from '#server/training/badge-queries'

type Context = { params: Promise<{ code: string }> }

/** A certificate as an Open Badges 3.0 credential, for its holder and whoever may see what they have passed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [{ actor }, { code }, t] = await Promise.all([
    requireSession(),
    params,
    getTranslations('training.certificate'),
  ])
  const known = readCode(code).replace(/[^0-9A-Z]/g, '')
  return answerSigned(() => findBadge(actor, { code, criteria: t('criteria') }), {
    'content-type': 'application/vc',
    'content-disposition': `attachment; filename="badge-${known}.json"`,
    'cache-control': 'private, no-store',
  })
}
