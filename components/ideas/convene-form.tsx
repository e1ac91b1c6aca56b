import { useTranslations } from 'next-intl'
import { FoldedForm } from '#components/ui/folded-form'
import type { FormAction } from '#components/ui/form-state'
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
    <FoldedForm
      action={convene}
      title={t('convene')}
      lead={t('conveneLead')}
      about={{ number }}
      send={t('ask')}
    >
      {SEATS.map((seat) => (
        <PersonPicker
          key={seat}
          name={`people[${seat}]`}
          label={t('seat', { seat: seat + 1 })}
          people={people}
          required={seat < 3}
        />
      ))}
    </FoldedForm>
  )
}
