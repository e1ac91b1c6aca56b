'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Meter } from '#components/ui/meter'
import { PendingButton } from '#components/ui/pending-button'

export type RunNews = {
  objective: number
  bound: number
  gap: number
  moves: number
  share: number
  shown?: number
}
type Told = { status: string; news: RunNews | null; stopping: boolean }
type Props = { planId: string; runId: string; begun: Told; stop: FormAction }

/** How a search goes, told by the server as it is, and the page afresh with each better plan; without script it says how it went when it was opened. */
export function RunProgress({ planId, runId, begun, stop }: Props) {
  const words = useTranslations('rotation.browser')
  const format = useFormatter()
  const router = useRouter()
  const [told, setTold] = useState(begun)
  const shown = useRef(begun.news?.shown ?? 0)

  useEffect(() => {
    const source = new EventSource(`/api/rotation/runs/${planId}`)
    source.addEventListener('run', (event) => {
      const run: Told = JSON.parse(event.data)
      setTold(run)
      const isOver = run.status !== 'waiting' && run.status !== 'running'
      const count = run.news?.shown ?? 0
      if (isOver) source.close()
      if (isOver || count > shown.current) router.refresh()
      shown.current = count
    })
    return () => source.close()
  }, [planId, router])

  const { news, stopping } = told
  const share = news?.share ?? 0
  const proven = news && news.bound > 0
  return (
    <div className="grid gap-4">
      <Meter
        label={words(stopping ? 'stopping' : 'searching')}
        value={share}
        max={1}
        text={format.number(share, { style: 'percent', maximumFractionDigits: 0 })}
      />
      <p aria-live="polite">
        {news
          ? words(proven ? 'soFar' : 'firstPlan', {
              objective: news.objective,
              gap: format.number(news.gap, { style: 'percent', maximumFractionDigits: 1 }),
            })
          : words('waiting')}
      </p>
      <p className="text-small text-soft">{words('mayLeave')}</p>
      {!stopping && (
        <ActionForm action={stop} label={words('stop')} className="grid gap-2">
          <input type="hidden" name="runId" value={runId} />
          <PendingButton variant="quiet" className="justify-self-start">
            {words('stop')}
          </PendingButton>
        </ActionForm>
      )}
    </div>
  )
}
