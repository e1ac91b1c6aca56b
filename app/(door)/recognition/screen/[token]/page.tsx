import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { Words } from '#components/layout/words'
import { FloorScreen } from '#components/recognition/floor-screen'
import { FreshScreen } from '#components/recognition/fresh-screen'
import { gladAmong } from '#components/recognition/glad-among'
import { gladRows } from '#components/recognition/glad-rows'
import { praiseRow } from '#components/recognition/praise-rows'
import { EmptyState } from '#components/ui/empty-state'
import { isUuid } from '#domain/ids'
import { findLink } from '#server/accounts/actor-queries'
import { listForScreen } from '#server/recognition/screen-queries'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata() {
  const t = await getTranslations('recognition.screen')
  return { title: t('heading') }
}

/** For a screen on the floor: nobody is signed in, and it shows what its keeper may show and everybody may see. */
export default async function ScreenPage({ params }: Props) {
  const [{ token }, locale, t] = await Promise.all([
    params,
    getLocale(),
    getTranslations('recognition.screen'),
  ])
  const link = await findLink(token, 'screen')
  if (!link) notFound()
  const teamId = isUuid(link.subject) ? link.subject : undefined
  const { praises, news } = await seen(listForScreen(link.actor, { teamId }))
  const cards = praises.map((praise) => {
    // Links lead nowhere for a visitor, and the number of a contact is not for strangers.
    const { href: _signedIn, idea: _linked, evidence: _number, ...row } = praiseRow(praise, locale)
    return row
  })
  const rows = gladAmong(cards, gladRows(news, locale), { look: 'poster' })
  return (
    <Words namespaces={['recognition.browser', 'recognition.screen', 'ui.browser']}>
      <main
        id="content"
        className="mx-auto grid min-h-dvh max-w-4xl content-center justify-items-center gap-8 p-6"
      >
        <h1 className="text-title font-bold">{t('heading')}</h1>
        <FreshScreen drawnAt={new Date().toISOString()} away={<EmptyState icon="star" title={t('away')} />}>
          {rows.length ? <FloorScreen rows={rows} /> : <EmptyState icon="star" title={t('empty')} />}
        </FreshScreen>
      </main>
    </Words>
  )
}
