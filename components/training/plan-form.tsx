import { useTranslations } from 'next-intl'
import { SessionFields } from '#components/training/session-fields'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'
import { EVERY } from '#domain/training'

type Props = {
  choices: {
    trainings: readonly { id: string; title: Text; hours: number }[]
    sites: readonly { id: string; name: Text }[]
    trainers: { id: string; name: string }[]
  }
  chosen: { training?: string; times?: string }
  siteId: string | null
  today: string
  locale: Locale
  plan: FormAction
}

/** One session, or the same hour again every week. */
export function PlanForm({ choices, chosen, siteId, today, locale, plan }: Props) {
  const t = useTranslations('training.centre')
  const training = choices.trainings.find(({ id }) => id === chosen.training)
  const every = EVERY.map((value) => ({ value, label: t(`every.${value}`) }))
  return (
    <Section id="plan" title={t('plan')} note={t('planNote')}>
      <ActionForm action={plan} label={t('plan')} className="grid max-w-2xl gap-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <div className="sm:col-span-2">
            <Select
              name="trainingId"
              label={t('training')}
              options={choices.trainings.map(({ id, title }) => ({
                value: id,
                label: inLocale(title, locale),
              }))}
              defaultValue={training?.id}
              placeholder={t('choose')}
              required
            />
          </div>
          <SessionFields
            session={{ minutes: Math.min(480, (training?.hours ?? 4) * 60), seats: 10, least: 1 }}
            earliest={today}
            trainers={choices.trainers}
          />
          <Select
            name="siteId"
            label={t('site')}
            options={choices.sites.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
            defaultValue={siteId ?? choices.sites[0]?.id}
            required
          />
          <TextInput
            name="times"
            type="number"
            label={t('times')}
            min={1}
            max={26}
            defaultValue={chosen.times ?? '1'}
            required
          />
          <Select name="every" label={t('repeat')} options={every} defaultValue="week" required />
        </div>
        <PendingButton icon="calendar" className="justify-self-start">
          {t('planNow')}
        </PendingButton>
      </ActionForm>
    </Section>
  )
}
