import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { PendingButton } from '#components/ui/pending-button'
import { SheetForm } from '#components/ui/sheet-form'
import { TextInput } from '#components/ui/text-input'
import { REQUIREMENT_HEAD } from '#domain/requirement-sheet'

type Props = {
  versionId: string
  isDraft: boolean
  duplicate: FormAction
  dropDraft: FormAction
  importSheet: FormAction
}

/** What is done with a version as a whole: begin another ladder from it, throw a draft away. */
export function LadderTools({ versionId, isDraft, duplicate, dropDraft, importSheet }: Props) {
  const t = useTranslations('career.ladders')
  return (
    <div className="mb-8 no-print">
      <p className="mb-4 flex flex-wrap gap-3">
        {(['csv', 'xlsx', 'json'] as const).map((format) => (
          <a
            key={format}
            href={`/api/ladders/${versionId}?format=${format}`}
            className="button"
            data-variant="quiet"
            data-size="small"
            download
          >
            {format === 'json' ? t('exportWhole') : t('export', { format: format.toUpperCase() })}
          </a>
        ))}
        <Link href="/career/competences" className="link self-center text-small">
          {t('competences')}
        </Link>
        <Link href="/career/figures" className="link self-center text-small">
          {t('figures')}
        </Link>
      </p>
      {isDraft && (
        <Disclosure summary={t('import')}>
          <p className="mb-4 text-soft">{t('importLead')}</p>
          <SheetForm label={t('import')} columns={REQUIREMENT_HEAD} action={importSheet}>
            <input type="hidden" name="versionId" value={versionId} />
          </SheetForm>
        </Disclosure>
      )}
      <Disclosure summary={t('duplicate')}>
        <ActionForm action={duplicate} label={t('duplicate')} className="grid max-w-xl gap-4">
          <p className="text-soft">{t('duplicateLead')}</p>
          <input type="hidden" name="versionId" value={versionId} />
          <TextInput name="title.uk" label={t('titleUk')} maxLength={100} required />
          <TextInput name="title.en" label={t('titleEn')} maxLength={100} />
          <PendingButton className="justify-self-start">{t('duplicateNow')}</PendingButton>
        </ActionForm>
      </Disclosure>
      {isDraft && (
        <Disclosure summary={t('dropDraft')}>
          <ActionForm action={dropDraft} label={t('dropDraft')}>
            <p>{t('dropDraftLead')}</p>
            <input type="hidden" name="versionId" value={versionId} />
            <PendingButton variant="danger" className="justify-self-start">
              {t('dropDraft')}
            </PendingButton>
          </ActionForm>
        </Disclosure>
      )}
    </div>
  )
}
