import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { IdeaKeys } from '#components/ideas/idea-keys'
import { IdeaList } from '#components/ideas/idea-list'
import { Words } from '#components/layout/words'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { List, Row } from '#components/ui/list'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { mayEver } from '#domain/access'
import { listEffectsDue, listQueue } from '#server/ideas/queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const [{ actor }, t] = await Promise.all([requireSession(), getTranslations('ideas')])
  if (!mayEver(actor, 'ideas.queue')) notFound()
  return { title: t('queuePage.title') }
}

export default async function QueuePage({ searchParams }: Props) {
  const [{ actor }, given, locale, t, format] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('ideas'),
    getFormatter(),
  ])
  const asked = pageQuery(given, ['cursor'])
  const [queue, effects] = await Promise.all([
    seen(listQueue(actor, { cursor: asked.known.cursor })),
    seen(listEffectsDue(actor, {})),
  ])
  const waiting = queue.items.map((idea) => ({ ...idea, note: t(`queuePage.${idea.waits}`) }))
  return (
    <>
      <PageHeader
        title={t('queuePage.title')}
        lead={t('queuePage.lead')}
        above={<Breadcrumbs trail={[{ href: '/ideas', label: t('title') }]} />}
      />
      {queue.items.length === 0 && effects.length === 0 && (
        <EmptyState icon="done" title={t('queuePage.empty')} lead={t('queuePage.emptyLead')} />
      )}
      {waiting.length > 0 && (
        <Words namespaces={['ideas.browser', 'ui.browser']}>
          <IdeaList label={t('queuePage.title')} items={waiting} locale={locale} />
          <LoadMore
            href={queue.next && asked.with({ cursor: queue.next })}
            first={asked.known.cursor ? asked.with({ cursor: null }) : null}
          />
        </Words>
      )}
      {effects.length > 0 && (
        <Section id="effects" title={t('queuePage.effects')}>
          <List label={t('queuePage.effects')}>
            {effects.map(({ number, title, doneOn }) => (
              <Row
                key={number}
                icon="insights"
                href={`/ideas/${number}`}
                title={title}
                note={t('queuePage.doneOn', {
                  day: format.dateTime(new Date(`${doneOn}T12:00:00Z`), { dateStyle: 'long' }),
                })}
              />
            ))}
          </List>
        </Section>
      )}
      {queue.items.length > 0 && (
        <Words namespaces={['ideas.browser']}>
          <IdeaKeys page="queue" />
        </Words>
      )}
    </>
  )
}
