'use client'

import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button'
import { Select } from '#components/ui/select'
import type { KeptRound, Kit, KitChecklist } from '#components/workplace/round-store'
import { keepRound, keptKits } from '#components/workplace/round-store'
import { sendRound } from '#components/workplace/send-round'
import { seasonOf } from '#domain/scoring'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

type Place = Kit['places'][number]

const sectionsFor = ({ sections }: KitChecklist, { isRoom }: Place) =>
  sections
    .map((section) => ({
      ...section,
      items: section.items
        .filter(({ perSeat }) => perSeat === !isRoom)
        .map((item) => ({ ...item, photos: [], answer: null })),
    }))
    .filter(({ items }) => items.length)

const begin = async (kit: Kit, checklist: KitChecklist, place: Place): Promise<KeptRound> => {
  const [id, now] = [crypto.randomUUID(), new Date().toISOString()]
  const { checklistId, versionId, title, version } = checklist
  const where = place.isRoom ? { roomId: place.id } : { workplaceId: place.id }
  const round: KeptRound = {
    id,
    personId: kit.personId,
    checklist: title,
    version,
    seat: place.code,
    room: place.room,
    site: place.site,
    sections: sectionsFor(checklist, place),
    instruments: kit.instruments.filter(({ siteId }) => !siteId || siteId === place.siteId),
    begun: { checklistId, versionId, startedAt: now, ...where },
    season: seasonOf(new Date(now).getMonth() + 1),
    keptAt: now,
  }
  await keepRound(round)
  return round
}

/** Begins a round on this device, with an id of its own; the server hears of it when there is a connection. */
export function BeginOffline({ locale }: { locale: Locale }) {
  const words = useTranslations('workplace')
  const [kits, setKits] = useState<Kit[]>([])
  useEffect(() => {
    keptKits().then(setKits, () => undefined)
  }, [])
  const kit = kits.toSorted((a, b) => b.keptAt.localeCompare(a.keptAt))[0]
  if (!kit) return <p className="text-soft">{words('sheet.noKit')}</p>

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const checklist = kit.checklists.find(({ versionId }) => versionId === data.get('version'))
    const place = kit.places.find(({ id }) => id === data.get('place'))
    if (!checklist || !place) return
    const go = async () => {
      const round = await begin(kit, checklist, place)
      // Where there is a connection after all, the server hears of it before it is asked for the page.
      await sendRound(round)
      location.assign(`/workplace/rounds/${round.id}`)
    }
    void go()
  }
  const named = ({ code, room, site }: Place) =>
    words(code ? 'placeSeat' : 'placeRoom', {
      seat: code ?? '',
      room: inLocale(room, locale),
      site: inLocale(site, locale),
    })
  return (
    <form onSubmit={submit} aria-label={words('sheet.beginTitle')} className="grid max-w-xl gap-4">
      <Select
        name="version"
        label={words('checklist')}
        options={kit.checklists.map(({ versionId, title }) => ({
          value: versionId,
          label: inLocale(title, locale),
        }))}
        defaultValue={kit.checklists[0]?.versionId}
        required
      />
      <Select
        name="place"
        label={words('sheet.place')}
        options={kit.places.map((place) => ({ value: place.id, label: named(place) }))}
        placeholder={words('sheet.choosePlace')}
        required
      />
      <Button type="submit" variant="primary" icon="round" className="justify-self-start">
        {words('sheet.beginNow')}
      </Button>
    </form>
  )
}
