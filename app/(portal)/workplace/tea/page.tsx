import { getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Columns } from '#components/layout/columns'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { TeaOrders } from '#components/workplace/tea-orders'
import { TeaPlanForm, TeaPlans } from '#components/workplace/tea-plans'
import { mayEver } from '#domain/access'
import { listTeaPlans } from '#server/workplace/tea-plan-queries'
import { teaOrders } from '#server/workplace/tea-queries'
import { serveTeaAction } from '../actions'
import { endTeaPlanAction, planTeaAction } from '../place-actions'

export async function generateMetadata() {
  const t = await getTranslations('workplace.teaPlan')
  return { title: t('title') }
}

export default async function TeaPage() {
  const [{ actor }, locale, t, words] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('workplace.teaPlan'),
    getTranslations('workplace'),
  ])
  const [{ items, rooms }, orders] = await Promise.all([
    seen(listTeaPlans(actor, {})),
    mayEver(actor, 'workplace.teaOrders') ? teaOrders(actor, {}) : null,
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Breadcrumbs trail={[{ href: '/workplace', label: words('title') }]} />}
      />
      <Columns
        aside={
          <Section id="add" title={t('add')}>
            <TeaPlanForm rooms={rooms} locale={locale} plan={planTeaAction} />
          </Section>
        }
      >
        {orders && (
          <Section id="orders" title={words('tea.orders')}>
            <TeaOrders rounds={orders.items} serve={serveTeaAction} locale={locale} />
          </Section>
        )}
        <Section id="plans" title={t('plans')}>
          {!items.length && <EmptyState icon="tea" title={t('none')} lead={t('noneLead')} />}
          <TeaPlans plans={items} locale={locale} end={endTeaPlanAction} />
        </Section>
      </Columns>
    </>
  )
}
