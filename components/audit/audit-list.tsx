import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { LoadMore } from '#components/ui/load-more'
import { Table } from '#components/ui/table'
import { TextInput } from '#components/ui/text-input'

type Entry = {
  id: string
  at: string
  verb: string
  actor: string | null
  subjectKind: string
  subjectId: string | null
  via: string
}
type Props = { entries: Entry[]; chosen: { verb?: string; from?: string; to?: string }; more: string | null }

export function AuditList({ entries, chosen, more }: Props) {
  const t = useTranslations('audit')
  const format = useFormatter()
  const columns = [
    {
      key: 'when',
      title: t('when'),
      cell: (entry: Entry) =>
        format.dateTime(new Date(entry.at), { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }),
    },
    { key: 'who', title: t('who'), cell: (entry: Entry) => entry.actor ?? t('system') },
    { key: 'what', title: t('what'), cell: (entry: Entry) => <code>{entry.verb}</code> },
    {
      key: 'about',
      title: t('about'),
      cell: (entry: Entry) => `${entry.subjectKind} ${entry.subjectId?.slice(-8) ?? ''}`,
    },
    {
      key: 'via',
      title: t('via'),
      cell: (entry: Entry) => t(`vias.${entry.via as 'web' | 'api' | 'job' | 'anonymous'}`),
    },
  ]
  return (
    <>
      <search className="mb-6">
        <form className="grid items-end gap-4 sm:grid-cols-[2fr_1fr_1fr_auto]">
          <TextInput name="verb" label={t('verb')} hint={t('verbHint')} defaultValue={chosen.verb} />
          <TextInput name="from" label={t('from')} type="date" defaultValue={chosen.from} />
          <TextInput name="to" label={t('to')} type="date" defaultValue={chosen.to} />
          <Button type="submit" icon="search">
            {t('find')}
          </Button>
        </form>
      </search>
      {entries.length ? (
        <Table caption={t('caption')} columns={columns} rows={entries} rowKey={(entry) => entry.id} />
      ) : (
        <EmptyState icon="shield" title={t('none')} lead={t('noneLead')} />
      )}
      <LoadMore href={more} />
    </>
  )
}
