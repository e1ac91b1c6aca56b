import { useTranslations } from 'next-intl'
import { asked, type Names } from '#components/career/wording'
import { Link } from '#components/ui/link'
import { List, Row } from '#components/ui/list'
import { Section } from '#components/ui/section'
import type { Requirement } from '#domain/readiness'
import type { Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Words = { competenceId: string; level: number; behaviour: Text }
type Teaching = {
  id: string
  slug: string
  title: Text
  levels: readonly { competenceId: string; toLevel: number }[]
}
type Props = {
  requirements: readonly Requirement[]
  words: readonly Words[]
  trainings: readonly Teaching[]
  names: Names
}

const reaching = (trainings: readonly Teaching[], { competenceId, level }: Requirement) =>
  trainings
    .filter(({ levels }) =>
      levels.some((given) => given.competenceId === competenceId && given.toLevel >= (level ?? 0)),
    )
    .slice(0, 3)

/** All that a position asks: levels in words with the trainings that lead there, trainings, other conditions. */
export function PositionAsks({ requirements, words, trainings, names }: Props) {
  const t = useTranslations('career')
  const competences = requirements
    .filter(({ kind }) => kind === 'competence')
    .toSorted((a, b) => names.title(a.competenceId).localeCompare(names.title(b.competenceId), names.locale))
  const taught = requirements.filter(({ kind }) => kind === 'training')
  const others = requirements.filter(({ kind }) => kind !== 'competence' && kind !== 'training')
  const behaviourOf = (requirement: Requirement) => {
    const found = words.find(
      ({ competenceId, level }) => competenceId === requirement.competenceId && level === requirement.level,
    )
    return found ? inLocale(found.behaviour, names.locale) : ''
  }
  return (
    <>
      <Section id="competences" title={t('position.levelsTitle')} note={t('position.levelsLead')}>
        <ul className="rows">
          {competences.map((requirement) => {
            const teachers = reaching(trainings, requirement)
            return (
              <li key={requirement.id} className="row items-start!">
                <div className="min-w-0 flex-1">
                  <p className="font-semibold">{asked(t, requirement, names)}</p>
                  <p className="max-w-[72ch]">{behaviourOf(requirement)}</p>
                  {teachers.length === 0 && <p className="text-small text-soft">{t('position.notTaught')}</p>}
                  {teachers.length > 0 && (
                    <p className="flex flex-wrap gap-x-4 text-small">
                      {teachers.map(({ id, slug, title }) => (
                        <Link key={id} href={`/training/${slug}`} className="link py-1">
                          {inLocale(title, names.locale)}
                        </Link>
                      ))}
                    </p>
                  )}
                </div>
              </li>
            )
          })}
        </ul>
      </Section>
      {taught.length > 0 && (
        <Section id="trainings" title={t('position.trainingsTitle')}>
          <List label={t('position.trainingsTitle')}>
            {taught.map((requirement) => {
              const training = trainings.find(({ id }) => id === requirement.trainingId)
              const href = training && `/training/${training.slug}`
              return (
                <Row
                  key={requirement.id}
                  icon="training"
                  title={names.title(requirement.trainingId)}
                  href={href}
                />
              )
            })}
          </List>
        </Section>
      )}
      <Section id="conditions" title={t('position.otherTitle')}>
        {others.length === 0 && <p className="text-soft">{t('position.noneAsked')}</p>}
        {others.length > 0 && (
          <List label={t('position.otherTitle')}>
            {others.map((requirement) => (
              <Row
                key={requirement.id}
                title={asked(t, requirement, names)}
                note={requirement.hard ? t('hard') : t('soft')}
              />
            ))}
          </List>
        )}
      </Section>
    </>
  )
}
