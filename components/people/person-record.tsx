import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { KeyValues } from '#components/ui/key-values'
import { Link } from '#components/ui/link'
import { LinkButton } from '#components/ui/link-button'
import { List, Row } from '#components/ui/list'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import type { Duty, Role } from '#domain/access'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Employment = {
  id: string
  kind: string
  position: Text
  team: Text | null
  site: Text
  from: string
  to: string | null
  reason: string | null
}
type Held = {
  id: string
  role: string
  team: Text | null
  site: Text | null
  deputy: boolean
  from: string | null
  until: string | null
}
type RecordOf = {
  email: string
  externalId: string | null
  employments: Employment[]
  grants: Held[]
  mentor: { id: string; name: string } | null
}
type Props = { personId: string; record: RecordOf; locale: Locale; withdraw?: FormAction }
type MoveKind = 'hire' | 'up' | 'across' | 'out' | 'back' | 'acting' | 'transfer'

export function PersonRecord({ personId, record, locale, withdraw }: Props) {
  const t = useTranslations('people')
  const format = useFormatter()
  const day = (text: string) => format.dateTime(new Date(text), { dateStyle: 'long', timeZone: 'UTC' })
  const facts = [
    { label: t('email'), value: record.email },
    ...(record.externalId ? [{ label: t('externalId'), value: record.externalId }] : []),
    ...(record.mentor
      ? [
          {
            label: t('mentor'),
            value: <Link href={`/people/${record.mentor.id}`}>{record.mentor.name}</Link>,
          },
        ]
      : []),
  ]
  const scope = (held: Held) => {
    const place = held.team ?? held.site
    const where = place ? inLocale(place, locale) : t('everywhere')
    return [
      where,
      held.from && t('sinceDay', { from: day(held.from) }),
      held.deputy && held.until && t('deputyUntil', { date: day(held.until) }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <>
      <Section id="facts" title={t('facts')}>
        <KeyValues rows={facts} />
        <p className="mt-4">
          <LinkButton href={`/training/people/${personId}`} icon="training">
            {t('training')}
          </LinkButton>
        </p>
      </Section>
      <Section id="roles" title={t('roles')}>
        {record.grants.length === 0 && <p className="text-soft">{t('noRoles')}</p>}
        <List>
          {record.grants.map((held) => (
            <Row
              key={held.id}
              icon="shield"
              title={t(`role.${held.role as Role | Duty}`)}
              note={scope(held)}
              end={
                withdraw && (
                  <ActionForm action={withdraw} label={t('withdraw')}>
                    <input type="hidden" name="grantId" value={held.id} />
                    <PendingButton variant="plain" size="small">
                      {t('withdraw')}
                    </PendingButton>
                  </ActionForm>
                )
              }
            />
          ))}
        </List>
      </Section>
      <Section id="history" title={t('history')}>
        <List>
          {record.employments.map((job) => (
            <Row
              key={job.id}
              icon="career"
              title={inLocale(job.position, locale)}
              note={[
                t(`move.${job.kind as MoveKind}`),
                ...(job.team ? [inLocale(job.team, locale)] : []),
                inLocale(job.site, locale),
                ...(job.reason ? [job.reason] : []),
              ].join(' · ')}
              end={
                <span className="text-small text-soft">
                  {job.to
                    ? t('between', { from: day(job.from), to: day(job.to) })
                    : t('sinceDay', { from: day(job.from) })}
                </span>
              }
            />
          ))}
        </List>
      </Section>
    </>
  )
}
