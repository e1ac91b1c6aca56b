import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { List } from '#components/ui/list'
import { PendingButton } from '#components/ui/pending-button'
import { Status } from '#components/ui/status'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type Opening = {
  id: string
  position: { id: string; slug: string; title: Text }
  site: { name: Text }
  team: Text | null
  seats: number
  taken: number
  applied: number
  about: Text | null
  opensOn: string
  closesOn: string
  decideBy: string
  cancelReason: string | null
  own: { id: string; state: string } | null
}
type Props = {
  openings: readonly Opening[]
  today: string
  ownPositionId: string | null
  locale: Locale
  label: string
  apply: FormAction
}

export const APPLICATION_TONES = {
  submitted: 'accent',
  accepted: 'good',
  declined: 'neutral',
  withdrawn: 'neutral',
} as const
export type ApplicationState = keyof typeof APPLICATION_TONES

/** Openings with the dates that are promised; applying takes one press. */
export function OpeningList({ openings, today, ownPositionId, locale, label, apply }: Props) {
  const t = useTranslations('career.openings')
  return (
    <List label={label}>
      {openings.map((opening) => {
        const title = inLocale(opening.position.title, locale)
        return (
          <li key={opening.id} className="grid gap-2 py-4">
            <p className="flex flex-wrap items-center gap-x-3">
              <Link href={`/career/openings/${opening.id}`} className="link font-semibold">
                {title}
              </Link>
              {opening.own && (
                <Status tone={APPLICATION_TONES[opening.own.state as ApplicationState]}>
                  {t(`own.${opening.own.state as ApplicationState}`)}
                </Status>
              )}
            </p>
            <OpeningDates opening={opening} locale={locale} />
            {canApply(opening, today, ownPositionId) && (
              <ApplyForm openingId={opening.id} title={title} apply={apply} />
            )}
          </li>
        )
      })}
    </List>
  )
}

export const canApply = (opening: Opening, today: string, ownPositionId: string | null): boolean =>
  !opening.own &&
  !opening.cancelReason &&
  opening.position.id !== ownPositionId &&
  opening.opensOn <= today &&
  today <= opening.closesOn

export function OpeningDates({ opening, locale }: { opening: Opening; locale: Locale }) {
  const t = useTranslations('career.openings')
  const format = useFormatter()
  const day = (on: string) => format.dateTime(new Date(on), { day: 'numeric', month: 'long' })
  const place = [opening.site.name, opening.team].flatMap((name) => (name ? [inLocale(name, locale)] : []))
  const { seats, taken, applied } = opening
  return (
    <p className="text-small text-soft">
      {place.join(', ')} · {t('seats', { seats, taken })} · {t('applied', { count: applied })} ·{' '}
      {t('until', { closes: day(opening.closesOn), decide: day(opening.decideBy) })}
    </p>
  )
}

export function ApplyForm({
  openingId,
  title,
  apply,
}: {
  openingId: string
  title: string
  apply: FormAction
}) {
  const t = useTranslations('career.openings')
  return (
    <ActionForm action={apply} label={t('applyNamed', { title })} className="block">
      <input type="hidden" name="openingId" value={openingId} />
      <PendingButton size="small" icon="hand">
        {t('apply')}
      </PendingButton>
    </ActionForm>
  )
}
