import { useFormatter, useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Segmented } from '#components/ui/radio-group'
import { Select } from '#components/ui/select'
import { Status } from '#components/ui/status'
import { TextInput } from '#components/ui/text-input'
import { EVIDENCES, IN_FORCE, JURISDICTIONS } from '#domain/checklists'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Norm = {
  slug: string
  title: Text
  jurisdiction: (typeof JURISDICTIONS)[number]
  inForce: (typeof IN_FORCE)[number]
  evidence: (typeof EVIDENCES)[number]
  source: string | null
  changedAt: string
  changedBy: string | null
  questions: number
}
const TONES = { yes: 'good', no: 'bad', unknown: 'neutral' } as const

type Props = {
  norms: readonly Norm[]
  locale: Locale
  /** Absent for who may only read. */
  set?: FormAction
}

/** Documents behind the limits, each with its marks and who gave them when. */
export function NormList({ norms, locale, set }: Props) {
  const words = useTranslations('workplace.norm')
  const template = useTranslations('workplace.template')
  const format = useFormatter()
  return (
    <ul className="rows">
      {norms.map((norm) => (
        <li key={norm.slug} className="grid gap-1.5 py-4">
          <p className="font-semibold">{inLocale(norm.title, locale)}</p>
          <p className="flex flex-wrap items-center gap-x-4 text-small text-soft">
            <Status tone={TONES[norm.inForce]}>{template(`inForce.${norm.inForce}`)}</Status>
            <span>{template(`evidence.${norm.evidence}`)}</span>
            <span>{words(`jurisdictions.${norm.jurisdiction}`)}</span>
            <span>{words('questions', { count: norm.questions })}</span>
          </p>
          <p className="text-small text-soft">
            {words('changed', {
              date: format.dateTime(new Date(norm.changedAt), { dateStyle: 'medium' }),
              name: norm.changedBy ?? words('shipped'),
            })}
          </p>
          {norm.source && (
            <p className="text-small text-soft wrap-anywhere">{words('source', { source: norm.source })}</p>
          )}
          {set && (
            <Disclosure
              summary={
                <span>
                  {words('edit')}
                  <span className="sr-only">: {inLocale(norm.title, locale)}</span>
                </span>
              }
            >
              <NormForm
                norm={norm}
                set={set}
                label={words('editNamed', { title: inLocale(norm.title, locale) })}
              />
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  )
}

export function NormForm({ norm, set, label }: { norm?: Norm; set: FormAction; label: string }) {
  const words = useTranslations('workplace.norm')
  const template = useTranslations('workplace.template')
  return (
    <ActionForm action={set} label={label} resetWhenDone={!norm} className="grid max-w-xl gap-4">
      {norm ? (
        <input type="hidden" name="slug" value={norm.slug} />
      ) : (
        <TextInput name="slug" label={words('slug')} hint={words('slugHint')} maxLength={60} required />
      )}
      <BilingualInput
        name="title"
        labels={{ uk: words('titleUk'), en: words('titleEn') }}
        value={norm?.title}
        maxLength={300}
        required
      />
      <Select
        name="jurisdiction"
        label={words('jurisdiction')}
        options={JURISDICTIONS.map((value) => ({ value, label: words(`jurisdictions.${value}`) }))}
        defaultValue={norm?.jurisdiction ?? 'UA'}
        required
      />
      <Segmented
        name="inForce"
        label={words('inForce')}
        options={IN_FORCE.map((value) => ({ value, label: template(`inForce.${value}`) }))}
        defaultValue={norm?.inForce ?? 'unknown'}
        required
      />
      <Select
        name="evidence"
        label={words('evidence')}
        options={EVIDENCES.map((value) => ({ value, label: template(`evidence.${value}`) }))}
        defaultValue={norm?.evidence ?? 'seen'}
        required
      />
      <TextInput
        name="source"
        label={words('sourceField')}
        maxLength={300}
        defaultValue={norm?.source ?? undefined}
      />
      <PendingButton className="justify-self-start">{words('save')}</PendingButton>
    </ActionForm>
  )
}
