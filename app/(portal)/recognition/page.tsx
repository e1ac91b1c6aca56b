import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { recognitionViews } from '#app/_next/recognition-views'
import { requireSession } from '#app/_next/session'
import { Words } from '#components/layout/words'
import { BudgetLine } from '#components/recognition/budget'
import { gladAmong } from '#components/recognition/glad-among'
import { gladRows } from '#components/recognition/glad-rows'
import { NewOnWall } from '#components/recognition/new-on-wall'
import { praiseRow } from '#components/recognition/praise-rows'
import { PraiseWall } from '#components/recognition/praise-wall'
import { RecognitionTabs } from '#components/recognition/recognition-tabs'
import { TeamFilter } from '#components/recognition/team-filter'
import { EmptyState } from '#components/ui/empty-state'
import { Link } from '#components/ui/link'
import { LinkButton } from '#components/ui/link-button'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { ListPraises } from '#domain/recognition'
import { listPlaces } from '#server/people/queries'
import { showNews } from '#server/recognition/news-queries'
import { listPraises } from '#server/recognition/queries'
import { congratulateAction, reactAction } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('recognition')
  return { title: t('title') }
}

export default async function RecognitionPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('recognition'),
  ])
  const asked = pageQuery(given, ['teamId', 'cursor'])
  const { data: filter = ListPraises.parse({}) } = ListPraises.safeParse(asked.known)
  const [wall, places, news] = await Promise.all([
    listPraises(actor, filter),
    listPlaces(actor, {}),
    showNews(actor, { teamId: filter.teamId }),
  ])
  const glads = filter.cursor ? [] : gladRows(news, locale, actor.personId)
  const rows = gladAmong(
    wall.items.map((praise) => praiseRow(praise, locale)),
    glads,
    { greet: congratulateAction },
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <div className="grid gap-1">
            <LinkButton href="/recognition/give" variant="festive" icon="heart">
              {t('give')}
            </LinkButton>
            <BudgetLine budgets={news.budgets} />
          </div>
        }
      />
      <RecognitionTabs views={recognitionViews(actor)} current="wall" />
      <TeamFilter teams={places.teams} chosen={filter.teamId} locale={locale} />
      {rows.length === 0 && (
        <EmptyState icon="star" title={t(filter.teamId ? 'emptyTeam' : 'empty')} lead={t('emptyLead')} />
      )}
      <Words namespaces={['recognition.browser', 'ui.browser']}>
        {!filter.cursor && !filter.teamId && <NewOnWall />}
        <PraiseWall label={t('wall')} rows={rows} react={reactAction} />
      </Words>
      <LoadMore
        href={wall.next && asked.with({ cursor: wall.next })}
        first={filter.cursor ? asked.with({ cursor: null }) : null}
      />
      <p className="mt-8 text-small">
        <Link className="link" href="/settings#celebrations">
          {t('glad.agree')}
        </Link>
      </p>
    </>
  )
}
