import { useFormatter, useTranslations } from 'next-intl'
import type { Names } from '#components/career/wording'
import { EmptyState } from '#components/ui/empty-state'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { LinkButton } from '#components/ui/link-button'
import { List, Row } from '#components/ui/list'
import { PendingButton } from '#components/ui/pending-button'
import { PersonPicker } from '#components/ui/person-picker'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { Status } from '#components/ui/status'
import type { Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Strong = { id: string; title: Text; level: number; words: readonly { level: number; behaviour: Text }[] }
type Said = {
  id: string
  person: string
  title: Text
  level: number
  at: string
  state: 'proposed' | 'confirmed' | 'rejected'
}
type Props = {
  strong: readonly Strong[]
  colleagues: readonly { id: string; name: string; position: Text }[]
  said: readonly Said[]
  names: Names
  propose: FormAction
}

const TONES = { proposed: 'warn', confirmed: 'good', rejected: 'neutral' } as const

/** Whoever is strong in something says of a colleague that they have got there: one form for each thing, with its levels in words. */
export function PeerDesk({ strong, colleagues, said, names, propose }: Props) {
  const t = useTranslations('career')
  const format = useFormatter()
  const people = colleagues.map(({ id, name, position }) => ({
    id,
    name,
    detail: inLocale(position, names.locale),
  }))
  return (
    <>
      {strong.length === 0 && (
        <EmptyState
          icon="people"
          title={t('peers.notYet')}
          lead={t('peers.notYetLead')}
          action={<LinkButton href="/career/path?show=mastery">{t('peers.toMastery')}</LinkButton>}
        />
      )}
      {strong.map(({ id, title, level, words }) => {
        const name = inLocale(title, names.locale)
        const options = words.map((one) => ({
          value: String(one.level),
          label: t('ladders.levelOption', {
            level: String(one.level),
            name: inLocale(one.behaviour, names.locale),
          }),
        }))
        return (
          <Section
            key={id}
            id={`peer-${id}`}
            title={name}
            note={t('peers.own', { level: String(level), name: t(`levels.${level as 1}`) })}
          >
            <ActionForm
              action={propose}
              label={t('peers.proposeNamed', { title: name })}
              className="grid max-w-xl gap-4"
            >
              <input type="hidden" name="competenceId" value={id} />
              <PersonPicker name="personId" label={t('peers.who')} people={people} required />
              <Select
                name="level"
                label={t('peers.level')}
                options={options}
                placeholder={t('peers.choose')}
                required
              />
              <PendingButton className="justify-self-start">{t('peers.propose')}</PendingButton>
            </ActionForm>
          </Section>
        )
      })}
      {said.length > 0 && (
        <Section id="said" title={t('peers.said')}>
          <List label={t('peers.said')}>
            {said.map((one) => (
              <Row
                key={one.id}
                title={one.person}
                note={`${t('steps.level', { title: inLocale(one.title, names.locale), level: String(one.level) })} · ${format.dateTime(new Date(one.at), { day: 'numeric', month: 'long' })}`}
                end={<Status tone={TONES[one.state]}>{t(`peers.states.${one.state}`)}</Status>}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}
