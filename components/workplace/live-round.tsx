'use client'

import { useState } from 'react'
import type { FormAction } from '#components/ui/form-state'
import { RoundForm } from '#components/workplace/round-form'
import type { KeptRound } from '#components/workplace/round-store'
import type { Locale } from '#domain/text'

type Props = {
  round: Omit<KeptRound, 'keptAt'>
  locale: Locale
  answer: FormAction
  submit: FormAction
  photograph: FormAction
}

const reload = () => location.reload()

/** A round of the portal; when it is closed the page is asked for anew and shows the result. */
export function LiveRound({ round: given, ...rest }: Props) {
  // One and the same for as long as the page is open, whatever the server draws anew.
  const [round] = useState<KeptRound>(() => {
    const { id, personId, checklist, version, seat, room, site, sections, instruments, season, returns } =
      given
    const place = { seat, room, site }
    return {
      id,
      personId,
      checklist,
      version,
      ...place,
      sections,
      instruments,
      season,
      returns,
      keptAt: new Date().toISOString(),
    }
  })
  return <RoundForm round={round} {...rest} whenClosed={reload} />
}
