import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Status } from '#components/ui/status'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Due = {
  id: string
  checklistId: string
  checklist: Text
  roomId: string
  room: Text
  workplaceId: string | null
  seat: string | null
  site: Text
  dueOn: string
  state: 'later' | 'due' | 'late'
  everyDays: number
  missed: number
  late: number
}

type Props = {
  rows: Due[]
  locale: Locale
  start: FormAction
  /** Absent for who may not plan rounds. */
  end?: FormAction
}

/** Rooms and seats and when each is to be gone round; the late ones stand first. */
export function DueList({ rows, locale, start, end }: Props) {
  const words = useTranslations('workplace')
  const format = useFormatter()
  return (
    <ul className="rows">
      {rows.map((row) => {
        const place = words(row.seat ? 'placeSeat' : 'placeRoom', {
          seat: row.seat ?? '',
          room: inLocale(row.room, locale),
          site: inLocale(row.site, locale),
        })
        const date = format.dateTime(new Date(`${row.dueOn}T12:00:00Z`), {
          day: 'numeric',
          month: 'long',
          timeZone: 'UTC',
        })
        return (
          <li key={row.id} className="row flex-wrap">
            <span className="min-w-0 flex-1 basis-60">
              <span className="block">{place}</span>
              <span className="block text-small text-soft">
                {[
                  inLocale(row.checklist, locale),
                  words('schedule.every', { count: row.everyDays }),
                  row.missed ? words('schedule.missed', { count: row.missed }) : '',
                  row.late ? words('schedule.late', { count: row.late }) : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Status
              tone={({ later: 'neutral', due: 'warn', late: 'bad' } as const)[row.state]}
              icon="deadline"
            >
              {words(`dueState.${row.state}`, { date })}
            </Status>
            <ActionForm action={start} label={words('startNamed', { place })}>
              <input type="hidden" name="checklistId" value={row.checklistId} />
              {row.workplaceId ? (
                <input type="hidden" name="workplaceId" value={row.workplaceId} />
              ) : (
                <input type="hidden" name="roomId" value={row.roomId} />
              )}
              <PendingButton variant="quiet" size="small" aria-label={words('startNamed', { place })}>
                {words('startNow')}
              </PendingButton>
            </ActionForm>
            {end && (
              <ActionForm action={end} label={words('schedule.endNamed', { place })}>
                <input type="hidden" name="scheduleId" value={row.id} />
                <PendingButton
                  variant="plain"
                  size="small"
                  aria-label={words('schedule.endNamed', { place })}
                >
                  {words('schedule.end')}
                </PendingButton>
              </ActionForm>
            )}
          </li>
        )
      })}
    </ul>
  )
}
