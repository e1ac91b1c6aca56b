import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { RotationFigures } from '#components/rotation/rotation-figures'
import { EmptyState } from '#components/ui/empty-state'
import { LinkTabs } from '#components/ui/link-tabs'
import { PageHeader } from '#components/ui/page-header'
import { inLocale } from '#domain/text'
import { rotationFigures } from '#server/rotation/numbers-queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('rotation.numbers')
  return { title: t('title') }
}

export default async function NumbersPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('rotation.numbers'),
  ])
  const { teamId } = pageQuery(given, ['teamId']).known
  const { teams, team, days, numbers, covered, service } = await seen(rotationFigures(actor, { teamId }))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { team: inLocale(team.name, locale), days })} />
      {teams.length > 1 && (
        <LinkTabs
          label={t('teams')}
          tabs={teams.map((one) => ({
            href: `/rotation/numbers?teamId=${one.id}`,
            label: inLocale(one.name, locale),
            current: one.id === team.id,
          }))}
        />
      )}
      {numbers.shifts ? (
        <RotationFigures numbers={numbers} covered={covered} service={service} />
      ) : (
        <EmptyState icon="insights" title={t('none')} lead={t('noneLead')} />
      )}
    </>
  )
}
