import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Disclosure } from '#components/ui/disclosure'
import { FoldedForm } from '#components/ui/folded-form'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { SheetForm } from '#components/ui/sheet-form'
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
      <FoldedForm
        action={duplicate}
        title={t('duplicate')}
        lead={t('duplicateLead')}
        about={{ versionId }}
        send={t('duplicateNow')}
        variant="primary"
      >
        <BilingualInput
          name="title"
          labels={{ uk: t('titleUk'), en: t('titleEn') }}
          maxLength={100}
          required
        />
      </FoldedForm>
      {isDraft && (
        <FoldedForm
          action={dropDraft}
          title={t('dropDraft')}
          lead={t('dropDraftLead')}
          about={{ versionId }}
          variant="danger"
        />
      )}
    </div>
  )
}
