import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { TeamMatrix } from '#components/training/team-matrix'
import { TrainingTabs } from '#components/training/training-tabs'
import { PageHeader } from '#components/ui/page-header'
import { isUuid } from '#domain/ids'
import { addDays, dayIn } from '#domain/months'
import { teamMatrix } from '#server/training/team-queries'
import { assignAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('training.team')
  return { title: t('title') }
}

export default async function TeamTrainingPage({ searchParams }: Props) {
  const [{ actor, timeZone }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('training.team'),
  ])
  const { team, by } = pageQuery(given, ['team', 'by']).known
  const matrix = await seen(teamMatrix(actor, { teamId: team && isUuid(team) ? team : undefined }))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <TrainingTabs current="team" actor={actor} />
      <TeamMatrix
        matrix={matrix}
        byTraining={by === 'training'}
        tomorrow={addDays(dayIn(new Date(), timeZone), 1)}
        locale={locale}
        assign={assignAction}
      />
    </>
  )
}
