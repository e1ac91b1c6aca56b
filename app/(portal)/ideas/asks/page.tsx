import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { AskForm, AskSearch, NewAskForm } from '#components/ideas/ask-form'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Disclosure } from '#components/ui/disclosure'
import { EmptyState } from '#components/ui/empty-state'
import { List, Row } from '#components/ui/list'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { inLocale } from '#domain/text'
import { askDesk } from '#server/ideas/ask-queries'
import { askNewAction, logContactAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('ideas.asks')
  return { title: t('title') }
}

/** From so many on a wish is found by its words rather than by reading. */
const MANY = 7

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** During a call: a customer asks for something, noted in one press. */
export default async function AsksPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t, ideas] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('ideas.asks'),
    getTranslations('ideas'),
  ])
  const asked = pageQuery(given, ['search', 'cursor'])
  const { search, cursor } = asked.known
  const { asks, areas } = await askDesk(actor, { search, cursor })
  const known = asks.items
  const costly = known.filter(({ contacts }) => contacts > 0)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Breadcrumbs trail={[{ href: '/ideas', label: ideas('title') }]} />}
      />
      {known.length === 0 && areas.length === 0 && (
        <EmptyState icon="headset" title={t('empty')} lead={t('emptyLead')} />
      )}
      {(known.length > MANY || asks.next || search || cursor) && <AskSearch search={search} />}
      {known.length === 0 && search && (
        <EmptyState icon="search" title={t('nothing')} lead={t('nothingLead')} />
      )}
      {known.length > 0 && <AskForm action={logContactAction} asks={known} />}
      {areas.length > 0 && (
        <div className="mt-6">
          <Disclosure summary={t('another')} open={known.length === 0}>
            <NewAskForm action={askNewAction} areas={areas} locale={locale} />
          </Disclosure>
        </div>
      )}
      {costly.length > 0 && (
        <div className="mt-12">
          <Section id="costs" title={t('costs')} note={t('costsNote')}>
            <List label={t('costs')}>
              {costly.map((ask) => (
                <Row
                  key={ask.number}
                  icon="headset"
                  href={`/ideas/${ask.number}`}
                  title={ask.title}
                  note={`${t('hours', { hours: ask.hours })} · ${t('contacts', { count: ask.contacts })} · ${inLocale(ask.area, locale)}`}
                />
              ))}
            </List>
          </Section>
        </div>
      )}
      <LoadMore
        href={asks.next && asked.with({ cursor: asks.next })}
        first={cursor ? asked.with({ cursor: null }) : null}
      />
    </>
  )
}
