import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { clockOf } from '#components/rotation/wording'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { List, Row } from '#components/ui/list'
import { PageHeader } from '#components/ui/page-header'
import { dateAt } from '#domain/site-time'
import { inLocale } from '#domain/text'
import { overtimeCandidates } from '#server/rotation/overtime-queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('rotation.overtime')
  return { title: t('title') }
}

export default async function OvertimePage({ searchParams }: Props) {
  const [{ actor }, given, locale, t, format] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('rotation.overtime'),
    getFormatter(),
  ])
  const {
    teamId = '',
    taskId = '',
    from = '',
    to = '',
  } = pageQuery(given, ['teamId', 'taskId', 'from', 'to']).known
  const found = await seen(overtimeCandidates(actor, { teamId, taskId, from, to }))
  const clock = clockOf(format, found.timeZone)
  const date = dateAt(new Date(found.from), found.timeZone)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', {
          task: inLocale(found.task, locale),
          day: format.dateTime(new Date(`${date}T12:00:00Z`), {
            day: 'numeric',
            month: 'long',
            timeZone: 'UTC',
          }),
          from: clock(found.from),
          to: clock(found.to),
        })}
        actions={
          <LinkButton href={`/rotation/shifts?date=${date}&teamId=${teamId}`}>{t('toShifts')}</LinkButton>
        }
      />
      {found.people.length ? (
        <List label={t('title')}>
          {found.people.map(({ personId, name, team, way }) => (
            <Row
              key={personId}
              href={`/people/${personId}`}
              icon="person"
              title={name}
              note={t('line', { way: t(`ways.${way}`), team: inLocale(team, locale) })}
            />
          ))}
        </List>
      ) : (
        <EmptyState icon="people" title={t('nobody')} lead={t('nobodyLead')} />
      )}
    </>
  )
}
