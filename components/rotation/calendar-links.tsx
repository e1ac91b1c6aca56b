import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { List, Row } from '#components/ui/list'
import { PendingButton } from '#components/ui/pending-button'

type Props = { links: { id: string; createdAt: Date }[]; make: FormAction; revoke: FormAction }

/** Addresses of one's own calendar: made, shown once, taken back. */
export function CalendarLinks({ links, make, revoke }: Props) {
  const words = useTranslations('rotation.calendar')
  const format = useFormatter()
  return (
    <div className="grid gap-6">
      <ActionForm action={make} label={words('make')} className="grid gap-4">
        <input type="hidden" name="kind" value="calendar" />
        <PendingButton icon="calendar" className="justify-self-start">
          {words('make')}
        </PendingButton>
      </ActionForm>
      {links.length > 0 && (
        <List label={words('made')}>
          {links.map(({ id, createdAt }) => {
            const day = format.dateTime(createdAt, { dateStyle: 'long', timeStyle: 'short' })
            return (
              <Row
                key={id}
                icon="calendar"
                title={words('madeOn', { day })}
                end={
                  <ActionForm action={revoke} label={words('revokeNamed', { day })}>
                    <input type="hidden" name="linkId" value={id} />
                    <PendingButton variant="plain" size="small">
                      {words('revoke')}
                    </PendingButton>
                  </ActionForm>
                }
              />
            )
          })}
        </List>
      )}
    </div>
  )
}
