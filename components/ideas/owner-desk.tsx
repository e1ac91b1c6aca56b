import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EffectForm } from '#components/ideas/effect-form'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { PersonPicker } from '#components/ui/person-picker'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import { REPLY_MINIMUM } from '#domain/ideas'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type OwnerAct = 'merge' | 'unmerge' | 'split' | 'assign' | 'track' | 'recordEffect'
type Props = {
  number: number
  acts: readonly OwnerAct[]
  actions: Record<OwnerAct, FormAction>
  people: { id: string; name: string; detail?: string }[]
  areas: readonly { id: string; name: Text }[]
  trackerUrl: string | null
  locale: Locale
}

/** What the owner can do beside answering; each act opens where it stands. */
export function OwnerDesk({ number, acts, actions, people, areas, trackerUrl, locale }: Props) {
  const t = useTranslations('ideas.desk')
  const fields: Record<OwnerAct, ReactNode> = {
    merge: (
      <>
        <TextInput name="into" type="number" min={1} label={t('into')} hint={t('intoHint')} required />
        <Why />
      </>
    ),
    unmerge: <Why />,
    split: (
      <>
        <TextInput name="title" label={t('partTitle')} maxLength={140} required />
        <TextArea name="body" label={t('partBody')} maxLength={8000} />
        <Select
          name="areaId"
          label={t('partArea')}
          options={areas.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
          placeholder={t('sameArea')}
        />
      </>
    ),
    assign: <PersonPicker name="ownerId" label={t('newOwner')} people={people} required />,
    track: (
      <TextInput
        name="url"
        type="url"
        label={t('trackerUrl')}
        hint={t('trackerHint')}
        defaultValue={trackerUrl ?? undefined}
      />
    ),
    recordEffect: <EffectForm />,
  }
  return (
    <Section id="desk" title={t('title')}>
      <div className="grid gap-2">
        {acts.map((act) => (
          <Disclosure key={act} summary={t(`acts.${act}`)} open={act === 'recordEffect'}>
            <p className="mb-4 max-w-[72ch] text-soft">{t(`leads.${act}`)}</p>
            <ActionForm action={actions[act]} label={t(`acts.${act}`)} className="grid max-w-[72ch] gap-6">
              <input type="hidden" name="number" value={number} />
              {fields[act]}
              <PendingButton variant="quiet" className="justify-self-start">
                {t(`does.${act}`)}
              </PendingButton>
            </ActionForm>
          </Disclosure>
        ))}
      </div>
    </Section>
  )
}

function Why() {
  const t = useTranslations('ideas')
  return (
    <TextArea
      name="body"
      label={t('desk.why')}
      hint={t('answer.minimum', { minimum: REPLY_MINIMUM })}
      maxLength={4000}
      required
    />
  )
}
