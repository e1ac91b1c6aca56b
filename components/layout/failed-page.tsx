'use client'

import { useTranslations } from 'next-intl'
import { LostLayout } from '#components/layout/lost-layout'
import { Button } from '#components/ui/button'

/** What happened, what is safe, what to do; the number leads to the one line in the log. */
export function FailedPage({ request, again }: { request?: string; again: () => void }) {
  const t = useTranslations('layout.failed')
  return (
    <LostLayout
      title={t('title')}
      lead={t('lead')}
      safe={t('safe')}
      request={request && t('request', { id: request })}
      actions={
        <Button variant="primary" icon="refresh" onClick={again}>
          {t('again')}
        </Button>
      }
    />
  )
}
