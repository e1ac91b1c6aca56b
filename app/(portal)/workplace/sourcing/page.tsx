import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { List, Row } from '#components/ui/list'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import { Time } from '#components/ui/time'
import { SourcingAdvice } from '#components/workplace/sourcing-advice'
import { SourcingForm } from '#components/workplace/sourcing-form'
import { mayEver } from '#domain/access'
import { advise, QUESTIONS } from '#domain/sourcing'
import { inLocale } from '#domain/text'
import { listSourcing } from '#server/workplace/sourcing-queries'
import { decideSourcingAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const [{ actor }, t] = await Promise.all([requireSession(), getTranslations('workplace.sourcing')])
  if (!mayEver(actor, 'workplace.decideSourcing')) notFound()
  return { title: t('title') }
}

export default async function SourcingPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t, words] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('workplace.sourcing'),
    getTranslations('workplace'),
  ])
  if (!mayEver(actor, 'workplace.decideSourcing')) notFound()
  const { items } = await listSourcing(actor, {})
  const answers = Object.fromEntries(
    QUESTIONS.flatMap(({ key, options }) => {
      const option = options.find((one) => one.key === given[key])
      return option ? [[key, option.key]] : []
    }),
  )
  const chosen = items.filter(({ last }) => last)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Breadcrumbs trail={[{ href: '/workplace/templates', label: words('template.title') }]} />}
      />
      {Object.keys(answers).length > 0 && (
        <SourcingAdvice
          advice={advise(answers)}
          answers={answers}
          teams={items.map(({ id, name, site }) => ({
            value: id,
            label: t('teamAt', { team: inLocale(name, locale), site: inLocale(site, locale) }),
          }))}
          locale={locale}
          decide={decideSourcingAction}
        />
      )}
      {chosen.length > 0 && (
        <Section id="teams" title={t('teamsTitle')}>
          <List label={t('teamsTitle')}>
            {chosen.map(({ id, name, site, last }) => (
              <Row
                key={id}
                title={t('teamAt', { team: inLocale(name, locale), site: inLocale(site, locale) })}
                note={
                  last && (
                    <>
                      {t('decidedBy', { name: last.by, verdict: t(`verdicts.${last.verdict}`) })} ·{' '}
                      <Time at={last.at} look="date" />
                      {last.note && ` · ${last.note}`}
                    </>
                  )
                }
                end={last && <Status tone="accent">{t(`models.${last.model}`)}</Status>}
              />
            ))}
          </List>
        </Section>
      )}
      <Section id="questions" title={t('questions')} note={t('questionsNote')}>
        <SourcingForm answers={answers} locale={locale} />
      </Section>
    </>
  )
}
