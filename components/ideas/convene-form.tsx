import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { PersonPicker } from '#components/ui/person-picker'

type Props = {
  number: number
  people: { id: string; name: string; detail?: string }[]
  convene: FormAction
}

const SEATS = [0, 1, 2, 3, 4]

/** HR asks three people or more, each alone. */
export function ConveneForm({ number, people, convene }: Props) {
  const t = useTranslations('ideas.panel')
  return (
    <Disclosure summary={t('convene')}>
      <ActionForm action={convene} label={t('convene')} className="grid max-w-[72ch] gap-6">
        <p className="text-soft">{t('conveneLead')}</p>
        <input type="hidden" name="number" value={number} />
        {SEATS.map((seat) => (
          <PersonPicker
            key={seat}
            name={`people[${seat}]`}
            label={t('seat', { seat: seat + 1 })}
            people={people}
            required={seat < 3}
          />
        ))}
        <PendingButton variant="quiet" className="justify-self-start">
          {t('ask')}
        </PendingButton>
      </ActionForm>
    </Disclosure>
  )
}
