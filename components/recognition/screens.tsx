'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { FormAction } from '#components/ui/form-state'
import { idle } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Screen = { id: string; team: Text | null; createdAt: Date }
type Props = {
  screens: readonly Screen[]
  teams: readonly { id: string; name: Text }[]
  open: FormAction
  close: FormAction
  locale: Locale
}

/** Links for screens on the floor: each shown once when it is made, each revocable. */
export function Screens({ screens, teams, open, close, locale }: Props) {
  const t = useTranslations('recognition.screen')
  const [made, act] = useActionState(open, idle)
  const [, shut] = useActionState(close, idle)
  const path = made.status === 'done' ? made.values?.path : undefined
  return (
    <Section id="screens" title={t('title')} note={t('note')}>
      {typeof path === 'string' && (
        <Notice tone="good" live>
          {t('address')}{' '}
          <a className="link break-all" href={path}>
            {path}
          </a>
        </Notice>
      )}
      <ul className="rows">
        {screens.map(({ id, team, createdAt }) => (
          <li key={id} className="row">
            <span className="flex-1">
              {team ? inLocale(team, locale) : t('all')}{' '}
              <span className="text-small text-soft">{t('since', { on: createdAt })}</span>
            </span>
            <form action={shut}>
              <input type="hidden" name="linkId" value={id} />
              <PendingButton variant="quiet" size="small">
                {t('close')}
              </PendingButton>
            </form>
          </li>
        ))}
      </ul>
      <form action={act} className="mt-4 flex max-w-md flex-wrap items-end gap-4" aria-label={t('open')}>
        <input type="hidden" name="kind" value="screen" />
        <Select
          name="subject"
          label={t('team')}
          options={teams.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
          placeholder={t('all')}
        />
        <PendingButton variant="quiet">{t('open')}</PendingButton>
      </form>
    </Section>
  )
}
