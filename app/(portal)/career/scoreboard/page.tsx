import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { InformedRows, MatchedRows, WorksRows } from '#components/career/board-rows'
import { CareerTabs } from '#components/career/career-tabs'
import { FlowRows } from '#components/career/flow-rows'
import { InformedPeople } from '#components/career/informed-people'
import type { BoardName } from '#components/career/three-numbers'
import { ThreeNumbers } from '#components/career/three-numbers'
import { namesOf } from '#components/career/wording'
import { PageHeader } from '#components/ui/page-header'
import { isEmpty, mayEver, reach } from '#domain/access'
import { SHIFT_KINDS } from '#domain/career'
import { isUuid } from '#domain/ids'
import { inLocale } from '#domain/text'
import { careerBoard } from '#server/career/board-queries'
import { listInformed } from '#server/career/informed-people-queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('career.board')
  return { title: t('title') }
}

const shownOf = (wanted: string | undefined): BoardName =>
  wanted === 'matched' || wanted === 'works' ? wanted : 'informed'

const GROUPS = ['team', 'site', 'shift'] as const
const groupOf = ({ by, of }: { by?: string; of?: string }) => {
  const kind = GROUPS.find((one) => one === by)
  const shift = SHIFT_KINDS.find((one) => one === of)
  if (kind === 'shift') return shift && { by: kind, of: shift }
  if (kind === 'team' && of === 'none') return { by: kind, of } as const
  return kind && of && isUuid(of) ? { by: kind, of } : undefined
}

/** Whether the ladder is known, teachable and working: three numbers, and the rows behind the chosen one. */
export default async function ScoreboardPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('career.board'),
  ])
  const page = pageQuery(given, ['show', 'by', 'of', 'cursor'])
  const shown = shownOf(page.known.show)
  const group = groupOf(page.known)
  const led = reach(actor, 'career.informedPeople')
  const mayName = !isEmpty(led)
  const [{ informed, matched, works, flow, requirements }, people] = await Promise.all([
    careerBoard(actor, { flow: shown === 'works' }),
    shown === 'informed' && group && mayName
      ? seen(listInformed(actor, { ...group, cursor: page.known.cursor }))
      : null,
  ])
  const titleOf = (one?: (typeof informed.groups)[number]) => {
    if (one?.name) return inLocale(one.name, locale)
    return one?.by === 'team' ? t('noTeam') : t(`shifts.${one?.shift ?? 'office'}`)
  }
  const names = namesOf(locale, matched.positions, matched.competences, matched.trainings)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <CareerTabs current="scoreboard" actor={actor} versionId={matched.versionId ?? undefined} />
      <ThreeNumbers
        shown={shown}
        numbers={[
          { name: 'informed', ...informed },
          { name: 'matched', ...matched, beside: t('named', { named: matched.named, of: matched.of }) },
          { name: 'works', ...works },
        ]}
      />
      {people && (
        <InformedPeople
          group={titleOf(informed.groups.find(({ by, id }) => by === group?.by && id === group.of))}
          people={people.items}
          names={names}
          next={people.next && `${page.with({ cursor: people.next })}#people`}
        />
      )}
      {shown === 'informed' && (
        <InformedRows
          groups={informed.groups}
          names={names}
          hrefOf={(by, of) =>
            mayName && (by !== 'team' || led.all || led.sites.length > 0 || led.teams.includes(of))
              ? `${page.with({ show: 'informed', by, of, cursor: null })}#people`
              : undefined
          }
        />
      )}
      {shown === 'matched' && <MatchedRows matched={matched} names={names} />}
      {shown === 'works' && (
        <WorksRows
          kinds={works.kinds}
          paused={works.paused}
          hrefOf={
            mayEver(actor, 'career.stalled') ? (kind) => `/career/team?whose=all&kind=${kind}` : undefined
          }
        />
      )}
      {flow && <FlowRows flow={flow} requirements={requirements} names={names} />}
    </>
  )
}
