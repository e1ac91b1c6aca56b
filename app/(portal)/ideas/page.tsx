import { getLocale, getTranslations } from 'next-intl/server'
import { filterOf, markOf } from '#app/_next/fresh-ideas'
import { requireSession } from '#app/_next/session'
import { FreshIdeas } from '#components/ideas/fresh-ideas'
import { HowItWorks } from '#components/ideas/how-it-works'
import { IdeaKeys } from '#components/ideas/idea-keys'
import { IdeaList } from '#components/ideas/idea-list'
import { IdeasFilter } from '#components/ideas/ideas-filter'
import { QuestionCard } from '#components/ideas/question-card'
import { Columns } from '#components/layout/columns'
import { Words } from '#components/layout/words'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { LinkTabs } from '#components/ui/link-tabs'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { boxAround } from '#server/ideas/box-queries'
import { listIdeas } from '#server/ideas/queries'
import { tapAnswerAction, voteAction } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('ideas')
  return { title: t('title') }
}

export default async function IdeasPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('ideas'),
  ])
  const { asked, filter } = filterOf(given)
  const [ideas, { areas, campaigns, question }] = await Promise.all([
    listIdeas(actor, filter),
    boxAround(actor, {}),
  ])
  const views = [
    ['new', '?sort=new'],
    ['supported', '?sort=supported'],
    ['answered', '?sort=answered'],
    ...(actor.teamId ? [['team', `?teamId=${actor.teamId}`] as const] : []),
    ['mine', '?mine=true'],
    ['following', '?following=true'],
  ] as const
  const chosen = (['mine', 'following'] as const).find((view) => filter[view])
  const tab = chosen ?? (filter.teamId ? 'team' : filter.sort)
  const tabs = views.map(([key, href]) => ({ href, label: t(`tabs.${key}`), current: key === tab }))
  const narrowed = Boolean(filter.search || filter.areaId || filter.state || filter.campaignId)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href="/ideas/new" variant="primary" icon="add">
              {t('new')}
            </LinkButton>
            {mayEver(actor, 'ideas.queue') && (
              <LinkButton href="/ideas/queue" icon="deadline">
                {t('queue')}
              </LinkButton>
            )}
            <LinkButton href="/ideas/asks" icon="headset">
              {t('asks.title')}
            </LinkButton>
            <LinkButton href="/ideas/value" icon="goal">
              {t('panel.ranking')}
            </LinkButton>
            <LinkButton href="/ideas/campaigns" icon="answer">
              {t('campaigns')}
            </LinkButton>
          </>
        }
      />
      <Columns
        aside={
          <>
            {question && <QuestionCard question={question} locale={locale} tap={tapAnswerAction} />}
            <HowItWorks />
          </>
        }
      >
        <LinkTabs label={t('tabs.label')} tabs={tabs} />
        <IdeasFilter areas={areas} campaigns={campaigns} chosen={asked.known} locale={locale} />
        {ideas.items.length === 0 && narrowed && (
          <EmptyState icon="search" title={t('nothing')} lead={t('nothingLead')} />
        )}
        {ideas.items.length === 0 && !narrowed && (
          <EmptyState icon="idea" title={t('empty')} lead={t('emptyLead')} />
        )}
        <Words namespaces={['ideas.browser', 'ui.browser']}>
          {!filter.cursor && <FreshIdeas query={asked.with({})} marks={ideas.items.map(markOf)} />}
          <IdeaList label={t('list')} items={ideas.items} locale={locale} vote={voteAction} />
          <IdeaKeys page="list" />
        </Words>
        <LoadMore
          href={ideas.next && asked.with({ cursor: ideas.next })}
          first={filter.cursor ? asked.with({ cursor: null }) : null}
        />
      </Columns>
    </>
  )
}
