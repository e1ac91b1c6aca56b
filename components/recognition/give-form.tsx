import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { BudgetLine } from '#components/recognition/budget'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { PersonPicker } from '#components/ui/person-picker'
import { RadioGroup } from '#components/ui/radio-group'
import { Select } from '#components/ui/select'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import { POINTED_AT } from '#domain/recognition'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Colleague = { id: string; name: string; position: Text; team: Text | null }
type Value = { slug: string; title: Text; meaning: Text }
type Props = {
  action: FormAction
  colleagues: readonly Colleague[]
  values: readonly Value[]
  chosen?: string
  idea?: { number: number; title: string }
  budgets: ComponentProps<typeof BudgetLine>['budgets']
  locale: Locale
}

const PROMPTS = ['when', 'noticed', 'customer', 'helped'] as const

/** Who, what exactly, which value. Hints are only prompts: the words are the giver's. */
export function GiveForm({ action, colleagues, values, chosen, idea, budgets, locale }: Props) {
  const t = useTranslations('recognition')
  const people = colleagues.map(({ id, name, position, team }) => ({
    id,
    name,
    detail: [position, team].flatMap((part) => (part ? [inLocale(part, locale)] : [])).join(' · '),
  }))
  const reaches = (['public', 'team', 'private'] as const).map((reach) => ({
    value: reach,
    label: t(`reaches.${reach}`),
    hint: t(`reaches.${reach}Hint`),
  }))
  return (
    <ActionForm action={action} label={t('form.title')} className="grid max-w-[72ch] gap-6">
      {idea && <Notice>{t('form.forIdea', idea)}</Notice>}
      {idea && <input type="hidden" name="idea" value={idea.number} />}
      <PersonPicker
        name="receiverId"
        label={t('form.receiver')}
        people={people}
        defaultValue={chosen}
        required
      />
      <TextArea
        name="deed"
        label={t('form.deed')}
        hint={t('form.deedHint')}
        maxLength={1000}
        rows={4}
        required
      />
      <Disclosure summary={t('form.prompts.title')}>
        <p className="text-small text-soft">{t('form.prompts.note')}</p>
        <ul className="mt-2 list-disc pl-5">
          {PROMPTS.map((prompt) => (
            <li key={prompt}>{t(`form.prompts.${prompt}`)}</li>
          ))}
        </ul>
      </Disclosure>
      <RadioGroup
        name="value"
        label={t('form.value')}
        options={values.map(({ slug, title, meaning }) => ({
          value: slug,
          label: inLocale(title, locale),
          hint: inLocale(meaning, locale),
        }))}
        required
      />
      {!idea && (
        <Disclosure summary={t('form.evidence')}>
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              name="evidence"
              label={t('form.evidenceKind')}
              placeholder={t('form.noEvidence')}
              options={POINTED_AT.map((kind) => ({ value: kind, label: t(`form.kinds.${kind}`) }))}
            />
            <TextInput
              name="reference"
              label={t('form.reference')}
              hint={t('form.referenceHint')}
              maxLength={100}
            />
          </div>
        </Disclosure>
      )}
      <RadioGroup
        name="visibility"
        label={t('form.visibility')}
        hint={t('wishNote')}
        options={reaches}
        defaultValue="public"
        required
      />
      <div className="grid justify-items-start gap-2">
        <PendingButton variant="festive" icon="heart">
          {t('form.send')}
        </PendingButton>
        <BudgetLine budgets={budgets} />
      </div>
    </ActionForm>
  )
}
