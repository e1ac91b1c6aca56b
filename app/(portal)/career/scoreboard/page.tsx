import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { InformedRows, MatchedRows, WorksRows } from '#components/career/board-rows'
import { CareerTabs } from '#components/career/career-tabs'
import { FlowRows } from '#components/career/flow-rows'
import type { BoardName } from '#components/career/three-numbers'
import { ThreeNumbers } from '#components/career/three-numbers'
import { namesOf } from '#components/career/wording'
import { PageHeader } from '#components/ui/page-header'
import { careerFlow } from '#server/career/flow-queries'
import { ladderMap } from '#server/career/queries'
import { informedBoard, matchedBoard, worksBoard } from '#server/career/scoreboard-queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('career.board')
  return { title: t('title') }
}

const shownOf = (wanted: string | undefined): BoardName =>
  wanted === 'matched' || wanted === 'works' ? wanted : 'informed'

/** Whether the ladder is known, teachable and working: three numbers, and the rows behind the chosen one. */
export default async function ScoreboardPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('career.board'),
  ])
  const shown = shownOf(pageQuery(given, ['show']).known.show)
  const [informed, matched, works] = await Promise.all([
    informedBoard(actor, {}),
    matchedBoard(actor, {}),
    worksBoard(actor, {}),
  ])
  const [flow, map] =
    shown === 'works' ? await Promise.all([careerFlow(actor, {}), ladderMap(actor, {})]) : [null, null]
  const names = namesOf(locale, matched.positions, matched.competences)
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
      {shown === 'informed' && <InformedRows groups={informed.groups} names={names} />}
      {shown === 'matched' && <MatchedRows holes={matched.holes} override={matched.override} names={names} />}
      {shown === 'works' && <WorksRows kinds={works.kinds} />}
      {flow && <FlowRows flow={flow} requirements={map?.requirements ?? []} names={names} />}
    </>
  )
}
