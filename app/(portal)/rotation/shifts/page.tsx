import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Absences } from '#components/rotation/absence-list'
import { BoardTabs } from '#components/rotation/board-tabs'
import { ShiftForms } from '#components/rotation/shift-forms'
import { ShiftWeek } from '#components/rotation/shift-week'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { mayEver } from '#domain/access'
import { addDays } from '#domain/site-time'
import { shiftWeek } from '#server/rotation/shift-week-queries'
import {
  copyWeekAction,
  importShiftsAction,
  recordAbsenceAction,
  removeAbsenceAction,
  removeShiftAction,
  repeatShiftsAction,
} from '../shift-actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('rotation.shifts')
  return { title: t('title') }
}

export default async function ShiftsPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t, absent] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('rotation.shifts'),
    getTranslations('rotation.absences'),
  ])
  const week = await seen(shiftWeek(actor, pageQuery(given, ['teamId', 'date']).known))
  const { teams, team, days, people, timeZone, today, absences } = week
  const monday = days[0] ?? today
  const edits = mayEver(actor, 'rotation.importShifts')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<LinkButton href={`/rotation/team?teamId=${team.id}`}>{t('toTeam')}</LinkButton>}
      />
      <BoardTabs
        {...{ teams, team, locale }}
        date={monday}
        days={[-7, 0, 7, 14].map((step) => addDays(monday, step))}
        href={(date, teamId) => `/rotation/shifts?date=${date}&teamId=${teamId}`}
      />
      <Section id="week" title={t('week')}>
        <ShiftWeek {...{ people, days, timeZone }} remove={removeShiftAction} />
      </Section>
      {edits && (
        <Section id="more" title={t('moreTitle')}>
          <ShiftForms
            {...{ people, monday }}
            teamId={team.id}
            acts={{ take: importShiftsAction, copy: copyWeekAction, repeat: repeatShiftsAction }}
          />
        </Section>
      )}
      <Section id="absences" title={absent('title')} note={absent('note')}>
        <Absences
          {...{ absences, people, today, timeZone }}
          teamId={team.id}
          record={recordAbsenceAction}
          remove={removeAbsenceAction}
        />
      </Section>
    </>
  )
}
