import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { Columns } from '#components/layout/columns'
import { Budgets } from '#components/recognition/budget'
import { GiveForm } from '#components/recognition/give-form'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { IdeaNumber } from '#domain/ideas'
import { isUuid } from '#domain/ids'
import { showIdea } from '#server/ideas/idea-queries'
import { myBudget } from '#server/recognition/budget-queries'
import { listReceivers, listValues } from '#server/recognition/giving-queries'
import { givePraiseAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('recognition')
  return { title: t('form.title') }
}

export default async function GivePage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('recognition'),
  ])
  const asked = pageQuery(given, ['to', 'idea']).known
  const to = asked.to && isUuid(asked.to) ? asked.to : undefined
  const { data: number } = IdeaNumber.safeParse({ number: asked.idea })
  const [colleagues, values, budgets, idea] = await Promise.all([
    listReceivers(actor, { also: to }),
    listValues(actor, {}),
    myBudget(actor, {}),
    number ? showIdea(actor, number).catch(() => undefined) : undefined,
  ])
  const spent = budgets.every(({ left }) => left === 0)
  return (
    <>
      <PageHeader
        title={t('form.title')}
        lead={t('form.lead')}
        above={<Breadcrumbs trail={[{ href: '/recognition', label: t('title') }]} />}
      />
      <Columns aside={<Budgets budgets={budgets} />}>
        {spent ? (
          <EmptyState icon="heart" title={t('form.spent')} />
        ) : (
          <GiveForm
            action={givePraiseAction}
            colleagues={colleagues}
            values={values.items}
            chosen={to}
            budgets={budgets}
            idea={
              idea?.author && idea.author.id === to ? { number: idea.number, title: idea.title } : undefined
            }
            locale={locale}
          />
        )}
      </Columns>
    </>
  )
}
