import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { OfferForm, SwapChoice } from '#components/rotation/offer-swap'
import { clockOf } from '#components/rotation/wording'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { findTakers } from '#server/rotation/takers-queries'
import { offerSwapAction } from '../../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('rotation.swaps')
  return { title: t('newTitle') }
}

export default async function NewSwapPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t, format] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('rotation.swaps'),
    getFormatter(),
  ])
  const { shiftId = '', from, to } = pageQuery(given, ['shiftId', 'from', 'to']).known
  const stretch = from && to ? { from, to } : undefined
  const found = await seen(findTakers(actor, { shiftId, ...stretch }))
  const clock = clockOf(format, found.timeZone)
  const day = format.dateTime(new Date(`${found.onDate}T12:00:00Z`), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const what = stretch
    ? t('kind.block', { day, from: clock(stretch.from), to: clock(stretch.to) })
    : t('kind.day', { day, from: clock(found.from), to: clock(found.to) })
  const ahead = found.from > found.now
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        lead={t(stretch ? 'newBlockLead' : 'newDayLead')}
        actions={<LinkButton href="/rotation/swaps">{t('title')}</LinkButton>}
      />
      {(stretch || ahead) && (
        <Section id="whom" title={what}>
          {found.takers.length ? (
            <OfferForm found={found} stretch={stretch} locale={locale} offer={offerSwapAction} />
          ) : (
            <EmptyState icon="people" title={t('nobody')} lead={t('nobodyLead')} />
          )}
        </Section>
      )}
      {!stretch && found.blocks.some((block) => block.from > found.now) && (
        <Section id="block" title={t('chooseTitle')} note={t('chooseNote')}>
          <SwapChoice found={found} locale={locale} />
        </Section>
      )}
      {stretch && <LinkButton href={`/rotation/swaps/new?shiftId=${found.shiftId}`}>{t('other')}</LinkButton>}
    </>
  )
}
