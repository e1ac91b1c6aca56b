import { getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { DayWishes, WishList } from '#components/rotation/wish-list'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { myWishes } from '#server/rotation/wish-queries'
import { setWishAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('rotation.wishes')
  return { title: t('title') }
}

export default async function WishesPage() {
  const [{ actor }, locale, t] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('rotation.wishes'),
  ])
  const { tasks, oneDay, today } = await seen(myWishes(actor, {}))
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<LinkButton href="/rotation">{t('toDay')}</LinkButton>}
      />
      {tasks.length ? (
        <>
          <Section id="tasks" title={t('tasksTitle')}>
            <WishList {...{ tasks, locale }} set={setWishAction} />
          </Section>
          <Section id="one-day" title={t('oneDayTitle')} note={t('oneDayNote')}>
            <DayWishes {...{ tasks, oneDay, today, locale }} set={setWishAction} />
          </Section>
        </>
      ) : (
        <EmptyState icon="heart" title={t('none')} lead={t('noneLead')} />
      )}
    </>
  )
}
