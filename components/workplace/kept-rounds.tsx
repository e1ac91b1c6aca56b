'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '#components/ui/button'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import { exportRound } from '#components/workplace/export-round'
import type { KeptRound } from '#components/workplace/round-store'
import { forgetRound, keptRounds, queuedAnswers, queuedPhotos } from '#components/workplace/round-store'
import { sendRound } from '#components/workplace/send-round'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

type Row = KeptRound & { waiting: number }

const load = async (): Promise<Row[]> => {
  const rows = await Promise.all(
    (await keptRounds()).map(async (round) => {
      const waiting = (await queuedAnswers(round.id)).length + (await queuedPhotos(round.id)).length
      return { ...round, waiting: waiting + (round.begun ? 1 : 0) + (round.submitWanted ? 1 : 0) }
    }),
  )
  return rows.sort((a, b) => b.keptAt.localeCompare(a.keptAt))
}

/** Rounds on this device: all of them where there is no connection, else those with something unsent. */
export function KeptRounds({ locale, all = false }: { locale: Locale; all?: boolean }) {
  const words = useTranslations('workplace.sheet')
  const place = useTranslations('workplace')
  const [rows, setRows] = useState<Row[]>([])
  const refresh = useCallback(() => void load().then(setRows, () => undefined), [])
  useEffect(() => {
    const sendAll = async () => {
      const before = await load()
      setRows(before)
      for (const row of before) if (row.waiting) await sendRound(row)
      if (before.some((row) => row.waiting)) refresh()
    }
    sendAll().catch(() => undefined)
  }, [refresh])
  const shown = rows.filter((row) => all || row.waiting > 0)
  if (!shown.length) return all ? <p className="mb-8 text-soft">{words('keptNone')}</p> : null
  const nameOf = ({ seat, room, site }: Row) =>
    place(seat ? 'placeSeat' : 'placeRoom', {
      seat: seat ?? '',
      room: inLocale(room, locale),
      site: inLocale(site, locale),
    })
  return (
    <Section id="kept" title={words('keptTitle')}>
      <ul className="rows">
        {shown.map((row) => (
          <li key={row.id} className="row flex-wrap">
            <span className="min-w-0 flex-1 basis-60">
              {/* A whole load of the page: it is this that the device can answer without a connection. */}
              <a className="link block" href={`/workplace/rounds/${row.id}`}>
                {nameOf(row)}
              </a>
              <span className="block text-small text-soft">{inLocale(row.checklist, locale)}</span>
            </span>
            {row.waiting > 0 && <Status tone="warn">{words('keptWaits', { count: row.waiting })}</Status>}
            {row.waiting > 0 && (
              <Button size="small" variant="plain" icon="download" onClick={() => void exportRound(row)}>
                {words('export')}
              </Button>
            )}
            <Button
              size="small"
              variant="plain"
              aria-label={words('forgetNamed', { place: nameOf(row) })}
              onClick={() => {
                if (row.waiting && !confirm(words('forgetSure'))) return
                void forgetRound(row.id).then(refresh)
              }}
            >
              {words('forget')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
