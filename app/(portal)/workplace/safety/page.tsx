import { getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { Columns } from '#components/layout/columns'
import { Disclosure } from '#components/ui/disclosure'
import { EmptyState } from '#components/ui/empty-state'
import { ActionForm } from '#components/ui/form'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Time } from '#components/ui/time'
import { Mark, RollCall } from '#components/workplace/roll-call'
import { SafetyFacts } from '#components/workplace/safety-facts'
import { SafetyForm } from '#components/workplace/safety-form'
import { WorkplaceTabs } from '#components/workplace/workplace-tabs'
import { can, mayEver } from '#domain/access'
import { inLocale } from '#domain/text'
import { siteSafety } from '#server/workplace/safety-queries'
import { beginAlarmAction, callRollAction, endAlarmAction, setSafetyAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('workplace.safety')
  return { title: t('title') }
}

export default async function SafetyPage() {
  const [{ actor }, locale, t] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('workplace.safety'),
  ])
  const { site, now } = await siteSafety(actor, {})
  const tabs = <WorkplaceTabs current="safety" sensors={mayEver(actor, 'workplace.sensors')} />
  if (!site) {
    return (
      <>
        <PageHeader title={t('title')} lead={t('lead')} />
        {tabs}
        <EmptyState icon="shield" title={t('noSite')} lead={t('noSiteLead')} />
      </>
    )
  }
  const { alarm, siteId } = site
  const roll = (alarm?.roll ?? []).map((person) => ({
    ...person,
    may: can(actor, 'workplace.callRoll', { siteId, teamId: person.teamId, people: [person.id] }),
  }))
  // Whoever is told to go to the shelter can say so, on shift or not.
  const marked = roll.some(({ id, state }) => id === actor.personId && state)
  const leads = actor.grants.some(({ role }) => role === 'supervisor')
  return (
    <>
      <PageHeader title={t('named', { site: inLocale(site.site, locale) })} lead={t('lead')} />
      {tabs}
      {alarm && (
        <div className="mb-8 max-w-xl">
          <Notice tone="bad" live>
            <p className="font-semibold">
              {t('alarmOn')} <Time at={alarm.begunAt} look="clock" />
            </p>
            {site.route && <p>{inLocale(site.route, locale)}</p>}
          </Notice>
        </div>
      )}
      <Columns
        aside={
          <Section id="facts" title={t('factsTitle')}>
            <SafetyFacts site={site} now={now} locale={locale} />
            {can(actor, 'workplace.setSafety', { siteId }) && (
              <Disclosure summary={t('editTitle')}>
                <SafetyForm site={site} set={setSafetyAction} />
              </Disclosure>
            )}
          </Section>
        }
      >
        {alarm ? (
          <>
            {!marked && actor.siteId === siteId && (
              <Section id="own" title={t('ownTitle')}>
                <Mark alarmId={alarm.id} call={callRollAction} />
              </Section>
            )}
            <Section id="roll" title={t('rollTitle')}>
              <RollCall alarmId={alarm.id} roll={roll} call={callRollAction} />
            </Section>
            {(leads || can(actor, 'workplace.endAlarm', { siteId })) && (
              <Section id="end" title={t('endTitle')} note={t('endNote')}>
                <ActionForm action={endAlarmAction} label={t('endTitle')}>
                  <input type="hidden" name="alarmId" value={alarm.id} />
                  <PendingButton className="justify-self-start">{t('end')}</PendingButton>
                </ActionForm>
              </Section>
            )}
          </>
        ) : (
          <Section id="begin" title={t('beginTitle')} note={t('beginNote')} className="max-w-xl">
            <ActionForm action={beginAlarmAction} label={t('beginTitle')}>
              <input type="hidden" name="siteId" value={siteId} />
              <PendingButton variant="danger" icon="alert" className="justify-self-start">
                {t('begin')}
              </PendingButton>
            </ActionForm>
          </Section>
        )}
        <Section id="past" title={t('pastTitle')}>
          {site.past.length ? (
            <ul className="rows">
              {site.past.map((one) => (
                <li key={one.id} className="row">
                  <span className="min-w-0 flex-1">
                    <Time at={one.from} look="moment" /> – <Time at={one.to} look="clock" />
                  </span>
                  <span>{t('pastRow', { counted: one.counted, minutes: one.minutes ?? 0 })}</span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="text-soft">{t('noPast')}</p>
          )}
        </Section>
      </Columns>
    </>
  )
}
