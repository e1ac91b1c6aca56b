import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { List, Row } from '#components/ui/list'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = {
  areas: readonly { id: string; name: Text }[]
  links: readonly { id: string; subject: string; createdAt: Date }[]
  make: FormAction
  revoke: FormAction
  locale: Locale
}

/** Feeds for a reader outside the portal. The address is shown once; whoever has it reads, until it is revoked. */
export function FeedLinks({ areas, links, make, revoke, locale }: Props) {
  const t = useTranslations('ideas.feed')
  const format = useFormatter()
  const nameOf = (subject: string) => {
    const area = areas.find(({ id }) => id === subject)
    return area ? inLocale(area.name, locale) : t('all')
  }
  return (
    <Section id="feed" title={t('title')} note={t('lead')}>
      {links.length > 0 && (
        <List label={t('title')}>
          {links.map((link) => (
            <Row
              key={link.id}
              icon="network"
              title={nameOf(link.subject)}
              note={t('made', { day: format.dateTime(link.createdAt, { dateStyle: 'long' }) })}
              end={
                <ActionForm action={revoke} label={t('revokeNamed', { name: nameOf(link.subject) })}>
                  <input type="hidden" name="linkId" value={link.id} />
                  <PendingButton variant="plain" size="small">
                    {t('revoke')}
                  </PendingButton>
                </ActionForm>
              }
            />
          ))}
        </List>
      )}
      <ActionForm action={make} label={t('make')} className="grid max-w-xl gap-4">
        <input type="hidden" name="kind" value="ideas-feed" />
        <Select
          name="subject"
          label={t('area')}
          options={areas.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
          placeholder={t('all')}
        />
        <PendingButton variant="quiet" className="justify-self-start">
          {t('make')}
        </PendingButton>
      </ActionForm>
    </Section>
  )
}
