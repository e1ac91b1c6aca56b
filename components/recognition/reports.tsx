import { useTranslations } from 'next-intl'
import type { FormAction } from '#components/ui/form-state'
import { List } from '#components/ui/list'
import { ReasonForm } from '#components/ui/reason-form'
import { Time } from '#components/ui/time'
import type { PraiseReach } from '#domain/recognition'

type Report = {
  praiseId: string
  deed: string
  giver: string
  receiver: string
  visibility: PraiseReach
  reports: readonly { by: string; reason: string }[]
  at: string
}
type Props = { reports: readonly Report[]; keep: FormAction; revoke: FormAction }

/** Praises that somebody asked HR to look at: the words, who minds them and why, and the two ways to answer. */
export function Reports({ reports, keep, revoke }: Props) {
  const t = useTranslations('recognition')
  return (
    <List label={t('reports.title')}>
      {reports.map(({ praiseId, deed, giver, receiver, visibility, reports: all, at }) => (
        <li key={praiseId} className="grid gap-4 py-6">
          <p className="text-small text-soft">
            {t('reports.between', { giver, receiver })} · {t(`reports.reach.${visibility}`)} ·{' '}
            <Time at={at} look="full" />
          </p>
          <blockquote className="max-w-[72ch] wrap-anywhere">{t('browser.quote', { deed })}</blockquote>
          {all.map(({ by, reason }) => (
            <p key={by} className="max-w-[72ch] wrap-anywhere">
              <span className="font-semibold">{t('reports.said', { by })}</span> {reason}
            </p>
          ))}
          <div>
            <ReasonForm
              action={revoke}
              title={t('revoke.title')}
              about={{ praiseId }}
              reason={t('revoke.reason')}
              hint={t('revoke.hint')}
              variant="danger"
            />
            <ReasonForm
              action={keep}
              title={t('reports.keep')}
              about={{ praiseId }}
              field="answer"
              reason={t('reports.answer')}
              hint={t('reports.answerHint')}
            />
          </div>
        </li>
      ))}
    </List>
  )
}
