import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { DRINKS } from '#domain/workplace'

type Round = {
  roundId: string
  plannedAt: string
  drink: (typeof DRINKS)[number] | null
  sugar: number | null
}
type Props = { round: Round | null; order: FormAction; skip: FormAction }

/** One press orders; nothing pressed means that nobody disturbs. */
export function Tea({ round, order, skip }: Props) {
  const t = useTranslations('home.tea')
  const format = useFormatter()
  if (!round) {
    return (
      <Section id="tea" title={t('title')}>
        <p className="text-soft">{t('none')}</p>
      </Section>
    )
  }
  const time = format.dateTime(new Date(round.plannedAt), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (
    <Section id="tea" title={t('title')}>
      <p className="mb-3">
        {round.drink ? t('ordered', { time, drink: t(`drinks.${round.drink}`) }) : t('round', { time })}
      </p>
      <ActionForm action={order} label={t('title')} className="grid gap-2">
        <input type="hidden" name="roundId" value={round.roundId} />
        <div className="flex flex-wrap gap-2">
          {DRINKS.map((drink) => (
            <PendingButton
              key={drink}
              name="drink"
              value={drink}
              size="small"
              variant={drink === round.drink ? 'primary' : 'quiet'}
              aria-pressed={drink === round.drink}
            >
              {t(`drinks.${drink}`)}
            </PendingButton>
          ))}
        </div>
      </ActionForm>
      {round.drink && (
        <ActionForm action={skip} label={t('skip')} className="mt-2">
          <input type="hidden" name="roundId" value={round.roundId} />
          <PendingButton variant="plain" size="small">
            {t('skip')}
          </PendingButton>
        </ActionForm>
      )}
    </Section>
  )
}
