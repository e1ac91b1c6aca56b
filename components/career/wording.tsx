import type { useTranslations } from 'next-intl'
import type { Check, Requirement } from '#domain/readiness'
import type { Step } from '#domain/steps'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type CareerWords = ReturnType<typeof useTranslations<'career'>>

/** What ids mean, in the reader's language. */
export type Names = { locale: Locale; title: (id: string | null) => string }

type Titled = { id: string; title: Text }

export function namesOf(locale: Locale, ...lists: readonly (readonly Titled[])[]): Names {
  const titles = new Map(lists.flat().map(({ id, title }) => [id, inLocale(title, locale)]))
  return { locale, title: (id) => (id && titles.get(id)) || '' }
}

/** What a requirement asks, in a phrase. */
export function asked(t: CareerWords, requirement: Requirement, names: Names): string {
  const { kind, level, key } = requirement
  const threshold = requirement.threshold ?? 0
  const months = requirement.windowMonths ?? 0
  switch (kind) {
    case 'competence':
      return t('asks.competence', {
        title: names.title(requirement.competenceId),
        level: String(level),
        name: t(`levels.${String(level) as '1'}`),
      })
    case 'training':
      return t('asks.training', { title: names.title(requirement.trainingId) })
    case 'metric':
      return t('asks.metric', { title: t(`metrics.${key as 'quality-score'}`), threshold, months })
    case 'evidence': {
      const title = t(`evidence.${key as 'improvement'}`)
      return months
        ? t('asks.evidenceWithin', { title, threshold, months })
        : t('asks.evidence', { title, threshold })
    }
    case 'approval':
      return t('asks.approval', { who: t(`approvals.${key as 'hr'}`) })
    case 'tenure':
      return t('asks.tenure', { months: threshold })
    case 'time-in-previous':
      return t('asks.time-in-previous', { months: threshold })
  }
}

/** What the person has of it, and so why it is met or not. */
export function possessed(t: CareerWords, { requirement, met, have }: Check): string {
  const number = have ?? 0
  switch (requirement.kind) {
    case 'competence':
      return number ? t('has.level', { have: String(number) }) : t('has.noLevel')
    case 'training':
      return met ? t('has.passed') : t('has.notPassed')
    case 'metric':
      return met === null ? t('has.fewContacts') : t('has.number', { have: number })
    case 'evidence':
      return t('has.number', { have: number })
    case 'approval':
      return t('has.atMove')
    case 'tenure':
    case 'time-in-previous':
      return t('has.months', { have: number })
  }
}

/** The heading of a step: what to do, not what is lacking. */
export function stepTitle(t: CareerWords, step: Step, names: Names): string {
  const title = names.title(step.trainingId)
  const [first] = step.checks
  if (step.kind === 'training') return t('steps.training', { title })
  if (step.kind === 'assessment') return title ? t('steps.assessment', { title }) : t('steps.assessmentAlone')
  return first ? asked(t, first.requirement, names) : ''
}

/** The levels that a step raises, or what there is of what it asks. */
export function stepReason(t: CareerWords, step: Step, names: Names): string {
  const levels = step.checks.flatMap(({ requirement: { competenceId, level } }) =>
    competenceId ? [t('steps.level', { title: names.title(competenceId), level: String(level) })] : [],
  )
  const [first] = step.checks
  if (levels.length) return t('steps.raises', { levels: levels.join('; ') })
  return first ? possessed(t, first) : ''
}
