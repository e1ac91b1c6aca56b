import { getFormatter, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { List, Row } from '#components/ui/list'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { listPanelTasks, listRanking } from '#server/ideas/panel-queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('ideas.panel')
  return { title: t('ranking') }
}

/** Ideas by what they are worth, and those that wait for this person's score. */
export default async function ValuePage({ searchParams }: Props) {
  const [{ actor }, given, format, t, ideas] = await Promise.all([
    requireSession(),
    searchParams,
    getFormatter(),
    getTranslations('ideas.panel'),
    getTranslations('ideas'),
  ])
  const asked = pageQuery(given, ['cursor'])
  const [tasks, ranking] = await Promise.all([
    listPanelTasks(actor, {}),
    listRanking(actor, { cursor: asked.known.cursor }),
  ])
  const one = (value: number) => format.number(value, { maximumFractionDigits: 1 })
  return (
    <>
      <PageHeader
        title={t('ranking')}
        lead={t('rankingLead')}
        above={<Breadcrumbs trail={[{ href: '/ideas', label: ideas('title') }]} />}
      />
      {tasks.length > 0 && (
        <Section id="tasks" title={t('tasks')}>
          <List label={t('tasks')}>
            {tasks.map(({ number, title, round }) => (
              <Row
                key={number}
                icon="goal"
                href={`/ideas/${number}#panel`}
                title={title}
                note={t('roundOf', { round })}
              />
            ))}
          </List>
        </Section>
      )}
      {ranking.items.length === 0 ? (
        <EmptyState icon="goal" title={t('empty')} lead={t('emptyLead')} />
      ) : (
        <List label={t('ranking')}>
          {ranking.items.map((idea) => (
            <Row
              key={idea.number}
              href={`/ideas/${idea.number}`}
              title={idea.title}
              note={t('worth', { mean: one(idea.mean), lower: one(idea.lower) })}
              end={<span className="text-small text-soft">{t('reviewers', { count: idea.reviewers })}</span>}
            />
          ))}
        </List>
      )}
      <LoadMore
        href={ranking.next && asked.with({ cursor: ranking.next })}
        first={asked.known.cursor ? asked.with({ cursor: null }) : null}
      />
    </>
  )
}
