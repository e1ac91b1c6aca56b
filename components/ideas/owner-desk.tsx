import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EffectForm } from '#components/ideas/effect-form'
import { FoldedForm } from '#components/ui/folded-form'
import type { FormAction } from '#components/ui/form-state'
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
          <FoldedForm
            key={act}
            action={actions[act]}
            title={t(`acts.${act}`)}
            lead={t(`leads.${act}`)}
            about={{ number }}
            send={t(`does.${act}`)}
            open={act === 'recordEffect'}
          >
            {fields[act]}
          </FoldedForm>
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
