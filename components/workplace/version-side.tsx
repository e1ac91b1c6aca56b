import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { List, Row } from '#components/ui/list'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import { Time } from '#components/ui/time'

type Version = {
  number: number
  status: 'published' | 'retired'
  publishedAt: string
  publishedBy: string | null
  changeNote: string | null
}

/** The versions of a checklist, newest first: who published each, and why. */
export function VersionSide({ slug, versions }: { slug: string; versions: readonly Version[] }) {
  const words = useTranslations('workplace.template')
  return (
    <Section id="versions" title={words('versions')}>
      <List label={words('versions')}>
        {versions.map(({ number, status, publishedAt, publishedBy, changeNote }) => (
          <Row
            key={number}
            href={`/workplace/templates/${slug}?version=${number}`}
            title={words('versionRow', { number })}
            note={
              <>
                <Time at={publishedAt} look="date" />
                {changeNote && (
                  <span className="block">
                    {publishedBy ? words('versionBy', { name: publishedBy, note: changeNote }) : changeNote}
                  </span>
                )}
              </>
            }
            end={status === 'published' ? <Status tone="good">{words('inUse')}</Status> : undefined}
          />
        ))}
      </List>
    </Section>
  )
}

export function StartDraftForm({ slug, start }: { slug: string; start: FormAction }) {
  const words = useTranslations('workplace.template')
  return (
    <ActionForm action={start} label={words('startDraft')} className="mb-8 grid gap-3">
      <p className="text-soft">{words('startDraftLead')}</p>
      <input type="hidden" name="slug" value={slug} />
      <PendingButton icon="edit" variant="quiet" className="justify-self-start">
        {words('startDraft')}
      </PendingButton>
    </ActionForm>
  )
}

export function RetireChecklistForm({ slug, retire }: { slug: string; retire: FormAction }) {
  const words = useTranslations('workplace.template')
  return (
    <Disclosure summary={words('retire')}>
      <ActionForm action={retire} label={words('retire')} className="grid gap-3">
        <p className="text-soft">{words('retireLead')}</p>
        <input type="hidden" name="slug" value={slug} />
        <PendingButton variant="danger" className="justify-self-start">
          {words('retire')}
        </PendingButton>
      </ActionForm>
    </Disclosure>
  )
}

/** A version as a file that can be changed and loaded into a draft. */
export function ExportLinks({ slug, version }: { slug: string; version: number | 'draft' }) {
  const words = useTranslations('workplace.template')
  return (
    <p className="flex flex-wrap items-center gap-3">
      <span className="text-soft">{words('exportTitle')}</span>
      {(['xlsx', 'json', 'csv'] as const).map((format) => (
        <a
          key={format}
          href={`/api/checklists/${slug}?format=${format}&version=${version}`}
          className="button"
          data-variant="quiet"
          data-size="small"
          download
        >
          {words('export', { format: format.toUpperCase() })}
        </a>
      ))}
    </p>
  )
}
