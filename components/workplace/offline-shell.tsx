'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { BeginOffline } from '#components/workplace/begin-offline'
import { KeptRounds } from '#components/workplace/kept-rounds'
import { RoundForm } from '#components/workplace/round-form'
import type { KeptRound } from '#components/workplace/round-store'
import { keptRound } from '#components/workplace/round-store'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

/** What a device shows of rounds without a connection, from what it keeps; the address says which one. */
export function OfflineShell({ locale }: { locale: Locale }) {
  const words = useTranslations('workplace')
  const [round, setRound] = useState<KeptRound>()
  useEffect(() => {
    const id = location.pathname.split('/')[3]
    if (id) keptRound(id).then(setRound, () => undefined)
  }, [])
  const reload = () => location.reload()
  if (round) {
    const place = {
      seat: round.seat ?? '',
      room: inLocale(round.room, locale),
      site: inLocale(round.site, locale),
    }
    return (
      <>
        <PageHeader
          title={words(round.seat ? 'placeSeat' : 'placeRoom', place)}
          lead={words('roundLead', { title: inLocale(round.checklist, locale), version: round.version })}
          above={
            <a className="link" href="/workplace/rounds">
              {words('roundsTitle')}
            </a>
          }
        />
        <RoundForm round={round} locale={locale} whenClosed={reload} />
      </>
    )
  }
  return (
    <>
      <PageHeader title={words('sheet.shellTitle')} lead={words('sheet.shellLead')} />
      <div className="mb-8 max-w-xl">
        <Notice>
          <p>{words('sheet.shellNote')}</p>
          <p className="mt-2">
            <Button size="small" onClick={reload}>
              {words('sheet.reload')}
            </Button>
          </p>
        </Notice>
      </div>
      <KeptRounds locale={locale} all />
      <Section id="begin" title={words('sheet.beginTitle')}>
        <BeginOffline locale={locale} />
      </Section>
    </>
  )
}
