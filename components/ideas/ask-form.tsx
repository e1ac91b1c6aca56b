import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = { action: FormAction; asks: readonly { number: number; title: string }[] }

/** What the customer asks for, the contact, and how long it took: three fields between two calls. */
export function AskForm({ action, asks }: Props) {
  const t = useTranslations('ideas.asks')
  return (
    <ActionForm action={action} label={t('known')} className="card grid max-w-[72ch] gap-6">
      <Select
        name="number"
        label={t('what')}
        options={asks.map(({ number, title }) => ({ value: String(number), label: title }))}
        required
      />
      <ContactFields />
      <PendingButton className="justify-self-start">{t('log')}</PendingButton>
    </ActionForm>
  )
}

/** A plain GET form: the wish is looked for by its words. */
export function AskSearch({ search }: { search?: string }) {
  const t = useTranslations('ideas')
  return (
    <search className="mb-6">
      <form className="grid max-w-[72ch] gap-4">
        <TextInput name="search" label={t('asks.search')} defaultValue={search} />
        <Button type="submit" icon="search" className="justify-self-start">
          {t('filter.find')}
        </Button>
      </form>
    </search>
  )
}

type NewProps = { action: FormAction; areas: readonly { id: string; name: Text }[]; locale: Locale }

/** What nobody has asked for before: its sentence and its area instead of a choice. */
export function NewAskForm({ action, areas, locale }: NewProps) {
  const t = useTranslations('ideas.asks')
  return (
    <ActionForm action={action} label={t('another')} className="grid max-w-[72ch] gap-6">
      <TextInput name="title" label={t('wish')} hint={t('wishHint')} maxLength={140} required />
      <Select
        name="areaId"
        label={t('area')}
        options={areas.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
        defaultValue={areas[0]?.id}
        required
      />
      <ContactFields />
      <PendingButton className="justify-self-start">{t('log')}</PendingButton>
    </ActionForm>
  )
}

function ContactFields() {
  const t = useTranslations('ideas.asks')
  return (
    <>
      <TextInput
        name="reference"
        label={t('reference')}
        hint={t('referenceHint')}
        maxLength={80}
        autoComplete="off"
        required
      />
      <TextInput
        name="minutes"
        type="number"
        min={1}
        max={240}
        label={t('minutes')}
        defaultValue="5"
        required
      />
    </>
  )
}
