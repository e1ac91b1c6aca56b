import { useFormatter, useTranslations } from 'next-intl'
import { AreaFields, type Choice } from '#components/ideas/area-fields'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Status } from '#components/ui/status'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type Area = {
  id: string
  name: Text
  purpose: Text
  place: Text
  owner: { id: string; name: string }
  backup: { id: string; name: string }
  standing: { owner: boolean; backup: boolean }
  ackDays: number
  decideDays: number
}
type Kept = { areaId: string; due: number; inTime: number; overdue: number }
type Props = {
  areas: readonly Area[]
  kept: readonly Kept[]
  locale: Locale
  /** For who edits areas. */
  editing?: { people: Choice[]; change: FormAction; retire: FormAction }
}

/** Where ideas go, who answers, and how well the area keeps its word. */
export function AreaList({ areas, kept, locale, editing }: Props) {
  const t = useTranslations('ideas.areasPage')
  return (
    <ul className="rows" aria-label={t('title')}>
      {areas.map((area) => (
        <li key={area.id} className="grid gap-2 py-5">
          <h2 className="font-semibold">
            {inLocale(area.name, locale)} · {inLocale(area.place, locale)}
          </h2>
          <p>{inLocale(area.purpose, locale)}</p>
          <p className="text-small text-soft">
            {t('people', { owner: area.owner.name, backup: area.backup.name })} ·{' '}
            {t('days', { ack: area.ackDays, decide: area.decideDays })}
          </p>
          {!area.standing.owner && <Gone text={t('ownerGone', { name: area.owner.name })} />}
          {!area.standing.backup && <Gone text={t('backupGone', { name: area.backup.name })} />}
          <Word kept={kept.find(({ areaId }) => areaId === area.id)} />
          {editing && <Edit area={area} {...editing} />}
        </li>
      ))}
    </ul>
  )
}

const Gone = ({ text }: { text: string }) => (
  <p className="text-small">
    <Status tone="warn">{text}</Status>
  </p>
)

function Word({ kept }: { kept?: Kept }) {
  const t = useTranslations('ideas.areasPage')
  const format = useFormatter()
  if (!kept?.due) return null
  const share = kept.inTime / kept.due
  return (
    <p className="flex flex-wrap items-center gap-3 text-small">
      <Status tone={share < 0.8 ? 'warn' : 'good'}>
        {t('inTime', { share: format.number(share, { style: 'percent' }) })}
      </Status>
      {kept.overdue > 0 && <Status tone="bad">{t('overdue', { count: kept.overdue })}</Status>}
    </p>
  )
}

type EditProps = NonNullable<Props['editing']> & { area: Area }

function Edit({ area, people, change, retire }: EditProps) {
  const t = useTranslations('ideas.areasPage')
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <Disclosure summary={t('edit')}>
        <ActionForm
          action={change}
          resetWhenDone={false}
          label={`${t('edit')}: ${area.name.uk}`}
          className="grid max-w-[72ch] gap-6"
        >
          <input type="hidden" name="areaId" value={area.id} />
          <AreaFields people={people} area={area} />
          <PendingButton className="justify-self-start">{t('save')}</PendingButton>
        </ActionForm>
      </Disclosure>
      <ActionForm action={retire} label={`${t('retire')}: ${area.name.uk}`}>
        <input type="hidden" name="areaId" value={area.id} />
        <PendingButton variant="plain" size="small">
          {t('retire')}
        </PendingButton>
      </ActionForm>
    </div>
  )
}
