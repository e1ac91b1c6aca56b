import { useTranslations } from 'next-intl'
import { AuthorModes } from '#components/ideas/author-modes'
import { SimilarIdeas } from '#components/ideas/similar'
import { Disclosure } from '#components/ui/disclosure'
import { DocumentInput } from '#components/ui/document-input'
import { PictureInput } from '#components/ui/picture-input'
import { Select } from '#components/ui/select'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import { DOCUMENT_ENDINGS } from '#domain/files'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = { areas: readonly { id: string; name: Text }[]; chosen?: string; locale: Locale }

/** Two things are asked, the sentence and where it goes; all else waits folded up, so that the button is in sight. */
export function NewIdeaFields({ areas, chosen, locale }: Props) {
  const t = useTranslations('ideas.form')
  return (
    <>
      <TextInput name="title" label={t('title')} hint={t('titleHint')} maxLength={140} required />
      <SimilarIdeas />
      <Select
        name="areaId"
        label={t('area')}
        hint={t('areaHint')}
        options={areas.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
        defaultValue={chosen ?? areas[0]?.id}
        required
      />
      <Disclosure summary={t('more')}>
        <div className="grid gap-6">
          <TextArea name="body" label={t('body')} hint={t('bodyHint')} maxLength={8000} rows={5} />
          <PictureInput name="fileIds" room="ideas" label={t('photo')} hint={t('photoHint')} anonymous />
          <DocumentInput
            name="documentIds"
            room="ideas"
            label={t('document')}
            hint={t('documentHint')}
            accept={DOCUMENT_ENDINGS}
            onlyWith={['authorMode', 'named']}
          />
        </div>
      </Disclosure>
      <AuthorModes />
    </>
  )
}

/** Among so few an answer without a name has one after all. */
const FEW = 10

export function QuestionFields({ campaignId, asked }: { campaignId: string; asked: number }) {
  const t = useTranslations('ideas.question')
  return (
    <>
      <input type="hidden" name="campaignId" value={campaignId} />
      <TextArea name="answer" label={t('field')} hint={t('fieldHint')} maxLength={8000} rows={4} required />
      <SimilarIdeas />
      <AuthorModes />
      {asked > 0 && asked < FEW && <p className="text-small text-soft">{t('fewAsked', { count: asked })}</p>}
    </>
  )
}
