import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { List, Row } from '#components/ui/list'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'

type Props = {
  links: readonly { id: string; createdAt: Date }[]
  make: FormAction
  revoke: FormAction
}

/** One's sessions in one's own calendar program. The address is shown once; whoever has it reads, until it is revoked. */
export function CalendarFeed({ links, make, revoke }: Props) {
  const t = useTranslations('training.feed')
  const format = useFormatter()
  return (
    <Section id="feed" title={t('title')} note={t('lead')}>
      {links.length > 0 && (
        <List label={t('title')}>
          {links.map((link) => {
            const day = format.dateTime(link.createdAt, { dateStyle: 'long' })
            return (
              <Row
                key={link.id}
                icon="calendar"
                title={t('made', { day })}
                end={
                  <ActionForm action={revoke} label={t('revoke')}>
                    <input type="hidden" name="linkId" value={link.id} />
                    <PendingButton variant="plain" size="small">
                      {t('revoke')}
                    </PendingButton>
                  </ActionForm>
                }
              />
            )
          })}
        </List>
      )}
      <ActionForm action={make} label={t('make')}>
        <input type="hidden" name="kind" value="calendar" />
        <PendingButton variant="quiet" className="justify-self-start">
          {t('make')}
        </PendingButton>
      </ActionForm>
    </Section>
  )
}
