import { useTranslations } from 'next-intl'
import type { Names } from '#components/career/wording'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { LinkButton } from '#components/ui/link-button'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import { LEAST_TO_PROPOSE } from '#domain/assessments'
import type { Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Level = {
  id: string
  title: Text
  level: number
  asked: number | null
  behaviour: Text | null
  next: Text | null
}
type Teaching = {
  id: string
  slug: string
  open: boolean
  levels: readonly { competenceId: string; toLevel: number }[]
}
type Props = {
  levels: readonly Level[]
  mentees: readonly { id: string; name: string }[]
  offersMentoring: boolean
  trainings: readonly Teaching[]
  /** Levels that wait for an answer, by competence. */
  proposed: Record<string, number>
  names: Names
  ask: FormAction
  offer: FormAction
}

/** Growing without leaving one's place: how good one is at each thing, what the next level looks like, and the part of a mentor. */
export function Mastery(props: Props) {
  const { levels, mentees, offersMentoring, offer } = props
  const t = useTranslations('career.mastery')
  const isStrong = levels.some(({ level }) => level >= LEAST_TO_PROPOSE)
  return (
    <Section id="mastery" title={t('title')} note={t('lead')}>
      {levels.length === 0 && <p className="text-soft">{t('none')}</p>}
      <ul className="rows">
        {levels.map((one) => (
          <Competence key={one.id} one={one} {...props} />
        ))}
      </ul>
      <h3 className="section-title mt-8">{t('mentor')}</h3>
      {mentees.length > 0 && (
        <p className="mb-3">{t('mentees', { names: mentees.map(({ name }) => name).join(', ') })}</p>
      )}
      {!isStrong && <p className="text-soft">{t('notYet')}</p>}
      {isStrong && (
        <div className="grid justify-items-start gap-3">
          <p>{offersMentoring ? t('offered') : t('mayOffer')}</p>
          <div className="flex flex-wrap gap-3">
            <ActionForm action={offer} label={offersMentoring ? t('takeBack') : t('offer')} className="block">
              <input type="hidden" name="offered" value={offersMentoring ? '' : 'on'} />
              <PendingButton variant={offersMentoring ? 'quiet' : 'primary'} icon="handshake">
                {offersMentoring ? t('takeBack') : t('offer')}
              </PendingButton>
            </ActionForm>
            <LinkButton href="/career/peers" icon="people">
              {t('peers')}
            </LinkButton>
          </div>
        </div>
      )}
    </Section>
  )
}

function Competence({ one, trainings, proposed, names, ask }: Props & { one: Level }) {
  const t = useTranslations('career')
  const { id, level, asked, behaviour, next } = one
  const title = inLocale(one.title, names.locale)
  const to = level + 1
  const ways = trainings.filter(({ levels }) =>
    levels.some(({ competenceId, toLevel }) => competenceId === id && toLevel >= to),
  )
  const waits = (proposed[id] ?? 0) >= to
  return (
    <li className="grid gap-2 py-4">
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="font-semibold">{title}</span>
        <Status tone={asked && level < asked ? 'warn' : 'good'}>
          {level
            ? t('ladders.levelOption', { level: String(level), name: t(`levels.${level as 1}`) })
            : t('has.noLevel')}
        </Status>
        {asked && level < asked && (
          <span className="text-small text-soft">{t('mastery.asked', { level: String(asked) })}</span>
        )}
      </p>
      {behaviour && <p className="max-w-[72ch]">{inLocale(behaviour, names.locale)}</p>}
      {next && (
        <>
          <p className="max-w-[72ch] text-small text-soft">
            {t('mastery.next', {
              level: String(to),
              name: t(`levels.${to as 1}`),
              words: inLocale(next, names.locale),
            })}
          </p>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            {ways.slice(0, 2).map(({ id: trainingId, slug }) => (
              <Link key={trainingId} href={`/training/${slug}`} className="link py-1 text-small">
                {names.title(trainingId)}
              </Link>
            ))}
            {waits && <span className="text-small">{t('steps.asked')}</span>}
            {!waits && (
              <ActionForm
                action={ask}
                label={t('mastery.askNamed', { title, level: String(to) })}
                className="block"
              >
                <input type="hidden" name="competenceId" value={id} />
                <input type="hidden" name="level" value={to} />
                <PendingButton variant="quiet" size="small">
                  {t('steps.ask')}
                  <span className="sr-only">: {title}</span>
                </PendingButton>
              </ActionForm>
            )}
          </div>
        </>
      )}
    </li>
  )
}
