import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { CareerTabs } from '#components/career/career-tabs'
import { ChangesBanner } from '#components/career/changes-banner'
import { LadderMap } from '#components/career/ladder-map'
import { NextRung } from '#components/career/next-rung'
import { namesOf } from '#components/career/wording'
import { Columns } from '#components/layout/columns'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { PrintButton } from '#components/ui/print-button'
import { inLocale } from '#domain/text'
import { ladderChanges } from '#server/career/changes-queries'
import { layoutLadder, NODE } from '#server/career/layout-queries'
import { readiness } from '#server/career/own-queries'
import { acknowledgeAction } from './actions'

export async function generateMetadata() {
  const t = await getTranslations('career')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CareerPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('career'),
  ])
  const isGraph = pageQuery(given, ['view']).known.view === 'graph'
  const own = await readiness(actor, {})
  if (!own.ladder) {
    return (
      <>
        <PageHeader title={t('title')} lead={t('lead')} />
        <EmptyState icon="career" title={t('none')} lead={t('noneLead')} />
      </>
    )
  }
  const changes = own.hasNews ? await ladderChanges(actor, {}) : null
  const titled = own.positions.map(({ positionId, title }) => ({ id: positionId, title }))
  const names = namesOf(locale, titled, own.competences, own.trainings)
  const place = own.positions.find(({ positionId }) => positionId === own.positionId)
  const wished = own.targets.find(({ position }) => position.positionId === own.intent?.targetId)
  const target = wished ?? own.targets[0]
  const next = target && { ...target, title: inLocale(target.position.title, locale) }
  const map = (
    <LadderMap
      positions={own.positions}
      moves={own.moves}
      targets={own.targets}
      ownId={own.positionId}
      locale={locale}
      graph={
        isGraph ? { ...layoutLadder(own.ladder.versionId, own.positions, own.moves), node: NODE } : undefined
      }
    />
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={place ? t('standing', { title: inLocale(place.title, locale) }) : t('standingNowhere')}
        actions={<PrintButton label={t('map.print')} />}
      />
      <CareerTabs current="map" actor={actor} versionId={own.ladder.versionId} />
      {changes && <ChangesBanner changes={changes} names={names} acknowledge={acknowledgeAction} />}
      {!changes && !own.informed && own.positionId && (
        <div className="mb-8 no-print">
          <Notice>
            <span className="flex flex-wrap items-center gap-4">
              {t('recall.invite')}
              <LinkButton href="/career/recall" size="small" icon="answer">
                {t('recall.open')}
              </LinkButton>
            </span>
          </Notice>
        </div>
      )}
      {isGraph ? (
        map
      ) : (
        <Columns
          aside={
            <div className="no-print">
              <NextRung
                next={next ?? null}
                staying={own.intent?.kind === 'stay'}
                names={names}
                trainings={own.trainings}
              />
            </div>
          }
        >
          {map}
        </Columns>
      )}
    </>
  )
}
