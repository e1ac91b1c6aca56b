import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { RadioGroup } from '#components/ui/radio-group'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = {
  rated: { trainingId: string; title: Text; usefulness: number | null }
  action: FormAction
  locale: Locale
}
const options = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))

/** One question, five answers: how useful it was. */
export function Rate({ rated: { trainingId, title, usefulness }, action, locale }: Props) {
  const t = useTranslations('training.mine')
  return (
    <div className="basis-full">
      <Disclosure summary={usefulness ? t('rated', { usefulness }) : t('rate')}>
        <ActionForm
          action={action}
          label={`${t('rate')}: ${inLocale(title, locale)}`}
          resetWhenDone={false}
          className="grid gap-4"
        >
          <input type="hidden" name="trainingId" value={trainingId} />
          <RadioGroup
            name="usefulness"
            label={t('howUseful')}
            hint={t('usefulHint')}
            options={options}
            defaultValue={usefulness ? String(usefulness) : undefined}
            look="segmented"
            required
          />
          <PendingButton variant="quiet" size="small" className="justify-self-start">
            {t('rateNow')}
          </PendingButton>
        </ActionForm>
      </Disclosure>
    </div>
  )
}
