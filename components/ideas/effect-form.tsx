import { useTranslations } from 'next-intl'
import { Select } from '#components/ui/select'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import { EFFECT_KINDS } from '#domain/ideas'

/** The numbers before and after, and what they mean. */
export function EffectForm() {
  const t = useTranslations('ideas.effect')
  return (
    <>
      <Select
        name="kind"
        label={t('kind')}
        options={EFFECT_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        defaultValue="time"
        required
      />
      <TextInput name="before" type="number" min={0} label={t('before')} required />
      <TextInput name="after" type="number" min={0} label={t('after')} required />
      <TextInput name="contacts" type="number" min={1} label={t('contacts')} hint={t('contactsHint')} />
      <TextArea name="body" label={t('words')} hint={t('wordsHint')} maxLength={4000} required />
    </>
  )
}
