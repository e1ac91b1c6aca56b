import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { recognitionViews } from '#app/_next/recognition-views'
import { requireSession } from '#app/_next/session'
import { OwnThanks } from '#components/recognition/own-thanks'
import { RecognitionTabs } from '#components/recognition/recognition-tabs'
import { ThanksForm } from '#components/recognition/thanks-form'
import { WaitingThanks } from '#components/recognition/waiting-thanks'
import { Disclosure } from '#components/ui/disclosure'
import { EmptyState } from '#components/ui/empty-state'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { SheetForm } from '#components/ui/sheet-form'
import { mayEver } from '#domain/access'
import { dateAt } from '#domain/site-time'
import { inLocale } from '#domain/text'
import { listReceivers } from '#server/recognition/giving-queries'
import { listOwnThanks, listThanks } from '#server/recognition/thanks-queries'
import {
  decideThanksAction,
  enterThanksAction,
  importThanksAction,
  passThanksOnAction,
  setThanksAsideAction,
} from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('recognition')
  return { title: t('thanks.title') }
}

export default async function ThanksPage({ searchParams }: Props) {
  const [{ actor, timeZone }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('recognition'),
  ])
  const asked = pageQuery(given, ['cursor'])
  const mayPass = mayEver(actor, 'recognition.passThanksOn')
  const [own, waiting, people] = await Promise.all([
    listOwnThanks(actor, {}),
    mayEver(actor, 'recognition.thanks')
      ? listThanks(actor, { cursor: asked.known.cursor, limit: 20 })
      : null,
    mayPass ? listReceivers(actor, {}) : [],
  ])
  const receivers = people.map(({ id, name, position, team }) => ({
    id,
    name,
    detail: [position, team].flatMap((text) => (text ? [inLocale(text, locale)] : [])).join(' · '),
  }))
  return (
    <>
      <PageHeader title={t('thanks.title')} lead={t('thanks.lead')} />
      <RecognitionTabs views={recognitionViews(actor)} current="thanks" />
      <Section id="own" title={t('thanks.own')} note={t('thanks.ownNote')} className="mt-8">
        {own.length ? (
          <OwnThanks thanks={own} decide={decideThanksAction} />
        ) : (
          <EmptyState icon="headset" title={t('thanks.none')} lead={t('thanks.noneLead')} />
        )}
      </Section>
      {waiting && (
        <Section id="waiting" title={t('thanks.waiting')} note={t('thanks.waitingNote')}>
          <Disclosure summary={t('thanks.enter')} open={!waiting.items.length}>
            <ThanksForm enter={enterThanksAction} today={dateAt(new Date(), timeZone)} />
          </Disclosure>
          {mayEver(actor, 'recognition.importThanks') && (
            <Disclosure summary={t('thanks.importTitle')}>
              <p className="mb-4 text-small text-soft">{t('thanks.importNote')}</p>
              <SheetForm
                label={t('thanks.importTitle')}
                columns={['channel', 'reference', 'received_on', 'text']}
                action={importThanksAction}
              />
            </Disclosure>
          )}
          <WaitingThanks
            thanks={waiting.items}
            people={receivers}
            passOn={mayPass ? passThanksOnAction : undefined}
            setAside={setThanksAsideAction}
          />
          <LoadMore href={waiting.next && asked.with({ cursor: waiting.next })} />
        </Section>
      )}
    </>
  )
}
