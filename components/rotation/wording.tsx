import { useFormatter, useTranslations } from 'next-intl'
import type { BrokenKind } from '#domain/rotation/rules'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Format = ReturnType<typeof useFormatter>

export type BoardTask = {
  id: string
  title: Text
  shortTitle: Text
  hue: number
  needs: { competenceId: string; level: number; title: Text }[]
}
export type BoardBroken = {
  kind: BrokenKind
  from: number
  to: number
  params: Record<string, string | number>
}

/** The wall clock of the site that is planned, wherever the planner sits. */
export const clockOf = (format: Format, timeZone: string) => (at: number | string) =>
  format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })

/** A broken rule as a sentence: when, what, how much and how much it may be. */
export function useBrokenText(timeZone: string, tasks: readonly BoardTask[], locale: Locale) {
  const words = useTranslations('rotation')
  const clock = clockOf(useFormatter(), timeZone)
  return ({ kind, from, to, params: { competenceId, ...params } }: BoardBroken): string => {
    const need = tasks.flatMap((task) => task.needs).find((one) => one.competenceId === competenceId)
    const competence = need ? inLocale(need.title, locale) : ''
    return words(`broken.${kind}`, { ...params, competence, from: clock(from), to: clock(to) } as never)
  }
}
