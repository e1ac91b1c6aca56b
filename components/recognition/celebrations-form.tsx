import { useFormatter, useTranslations } from 'next-intl'
import { Checkbox } from '#components/ui/checkbox'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'

type Props = { own: { day: number | null; month: number | null; anniversary: boolean }; action: FormAction }

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

/** On which of the own days colleagues may be told; the year of a birthday is not asked. */
export function CelebrationsForm({ own, action }: Props) {
  const t = useTranslations('recognition.celebrations')
  const format = useFormatter()
  const months = upTo(12).map((month) => ({
    value: String(month),
    label: format.dateTime(new Date(Date.UTC(2000, month - 1, 15)), { month: 'long' }),
  }))
  return (
    <Section id="celebrations" title={t('title')} note={t('note')} className="mt-10 max-w-xl">
      <ActionForm action={action} label={t('title')} resetWhenDone={false} className="grid gap-6">
        <fieldset className="grid gap-3">
          <legend className="mb-2 font-semibold">{t('birthday')}</legend>
          <div className="grid grid-cols-2 gap-4">
            <Select
              name="day"
              label={t('day')}
              placeholder={t('noDay')}
              defaultValue={own.day ? String(own.day) : ''}
              options={upTo(31).map((day) => ({ value: String(day), label: String(day) }))}
            />
            <Select
              name="month"
              label={t('month')}
              placeholder={t('noDay')}
              defaultValue={own.month ? String(own.month) : ''}
              options={months}
            />
          </div>
        </fieldset>
        <Checkbox name="anniversary" label={t('anniversary')} defaultChecked={own.anniversary} />
        <PendingButton className="justify-self-start">{t('save')}</PendingButton>
      </ActionForm>
    </Section>
  )
}
