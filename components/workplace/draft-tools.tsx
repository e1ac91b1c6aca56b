import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Disclosure } from '#components/ui/disclosure'
import { FileInput } from '#components/ui/file-input'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import type { ChecklistChange } from '#domain/checklist-diff'
import type { DraftFault } from '#domain/checklists'
import type { ScoringRule } from '#domain/scoring'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type PublishProps = {
  slug: string
  number: number
  edits: number
  faults: readonly DraftFault[]
  /** Against the version in use; nothing where there is none yet. */
  changes: readonly ChecklistChange[] | null
  locale: Locale
  publish: FormAction
}

/** What a publication would change, what stands in its way, and the press itself. */
export function PublishDraft({ slug, number, edits, faults, changes, locale, publish }: PublishProps) {
  const words = useTranslations('workplace.draft')
  return (
    <Section id="publish" title={words('publish')} note={words('publishLead')}>
      {faults.length > 0 && (
        <Notice tone="warn">
          {faults.map((fault) => (
            <p key={fault.key + fault.section}>
              {words(`faults.${fault.key}`, { section: fault.section ?? '' })}
            </p>
          ))}
        </Notice>
      )}
      <h3 className="section-title mt-4">{words('changes')}</h3>
      {!changes && <p className="text-soft">{words('firstVersion')}</p>}
      {changes && !changes.length && <p className="text-soft">{words('noChanges')}</p>}
      <ul className="rows text-small">
        {changes?.map(({ key, title, change }) => (
          <li key={key} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <Status tone={({ added: 'good', removed: 'warn', changed: 'neutral' } as const)[change]}>
              {words(`change.${change}`)}
            </Status>
            <span className="min-w-0 flex-1">{inLocale(title, locale)}</span>
          </li>
        ))}
      </ul>
      {!faults.length && (
        <ActionForm action={publish} label={words('publish')} className="mt-4 grid gap-4">
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="edits" value={edits} />
          <TextArea name="changeNote" label={words('changeNote')} rows={2} maxLength={500} required />
          <PendingButton icon="check" className="justify-self-start">
            {words('publishNow', { number })}
          </PendingButton>
        </ActionForm>
      )}
    </Section>
  )
}

type SettingsProps = { slug: string; title: Text; scoring: ScoringRule; edit: FormAction }
const SHARES = ['pass', 'conditional', 'minSection', 'minCompleteness'] as const

export function DraftSettings({ slug, title, scoring, edit }: SettingsProps) {
  const words = useTranslations('workplace.draft')
  const template = useTranslations('workplace.template')
  return (
    <Disclosure summary={words('settings')}>
      <ActionForm action={edit} label={words('settings')} resetWhenDone={false} className="grid gap-4">
        <input type="hidden" name="slug" value={slug} />
        <BilingualInput
          name="title"
          labels={{ uk: template('titleUk'), en: template('titleEn') }}
          value={title}
          maxLength={120}
          required
        />
        {SHARES.map((name) => (
          <TextInput
            key={name}
            name={name}
            label={words(name)}
            type="number"
            min={0}
            max={100}
            defaultValue={scoring[name]}
            required={name !== 'minSection'}
          />
        ))}
        <PendingButton className="justify-self-start">{words('settingsSave')}</PendingButton>
      </ActionForm>
    </Disclosure>
  )
}

type ToolsProps = { slug: string; take: FormAction; drop: FormAction }

export function DraftTools({ slug, take, drop }: ToolsProps) {
  const words = useTranslations('workplace.draft')
  return (
    <>
      <Disclosure summary={words('import')}>
        <ActionForm action={take} label={words('import')} resetWhenDone={false} className="grid gap-4">
          <p className="text-soft">{words('importLead')}</p>
          <input type="hidden" name="slug" value={slug} />
          <FileInput name="file" label={words('importFile')} accept=".xlsx,.csv,.json" required />
          <div className="flex flex-wrap gap-3">
            <PendingButton variant="quiet" name="dryRun" value="on">
              {words('importTry')}
            </PendingButton>
            <PendingButton>{words('importTake')}</PendingButton>
          </div>
        </ActionForm>
      </Disclosure>
      <Disclosure summary={words('drop')}>
        <ActionForm action={drop} label={words('drop')} className="grid gap-4">
          <p className="text-soft">{words('dropLead')}</p>
          <input type="hidden" name="slug" value={slug} />
          <PendingButton variant="danger" className="justify-self-start">
            {words('drop')}
          </PendingButton>
        </ActionForm>
      </Disclosure>
    </>
  )
}
