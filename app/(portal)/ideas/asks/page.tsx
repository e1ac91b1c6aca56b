import { getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { AskForm, NewAskForm } from '#components/ideas/ask-form'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Disclosure } from '#components/ui/disclosure'
import { EmptyState } from '#components/ui/empty-state'
import { List, Row } from '#components/ui/list'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { inLocale } from '#domain/text'
import { askDesk } from '#server/ideas/ask-queries'
import { askNewAction, logContactAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('ideas.asks')
  return { title: t('title') }
}

/** During a call: a customer asks for something, noted in one press. */
export default async function AsksPage() {
  const [{ actor }, locale, t, ideas] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('ideas.asks'),
    getTranslations('ideas'),
  ])
  const { asks, areas } = await askDesk(actor, {})
  const costly = asks.filter(({ contacts }) => contacts > 0)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Breadcrumbs trail={[{ href: '/ideas', label: ideas('title') }]} />}
      />
      {asks.length === 0 && areas.length === 0 && (
        <EmptyState icon="headset" title={t('empty')} lead={t('emptyLead')} />
      )}
      {asks.length > 0 && <AskForm action={logContactAction} asks={asks} />}
      {areas.length > 0 && (
        <div className="mt-6">
          <Disclosure summary={t('another')} open={asks.length === 0}>
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
    </>
  )
}
