import type { useFormatter, useTranslations } from 'next-intl'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Words = ReturnType<typeof useTranslations<'rotation'>>
type Format = ReturnType<typeof useFormatter>

export type BoardTask = {
  id: string
  title: Text
  shortTitle: Text
  hue: number
  needs: { competenceId: string; level: number; title: Text }[]
}
export type BoardBroken = {
  kind: string
  from: number
  to: number
  params: Record<string, string | number>
}

/** The wall clock of the site that is planned, wherever the planner sits. */
export const clockOf = (format: Format, timeZone: string) => (at: number | string) =>
  format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })

/** A broken rule as a sentence: when, what, how much and how much it may be. */
export function brokenText(
  words: Words,
  clock: (at: number) => string,
  broken: BoardBroken,
  tasks: readonly BoardTask[],
  locale: Locale,
): string {
  const { competenceId, ...params } = broken.params
  const need = tasks.flatMap((task) => task.needs).find((one) => one.competenceId === competenceId)
  const competence = need ? inLocale(need.title, locale) : ''
  const known = { ...params, competence, from: clock(broken.from), to: clock(broken.to) }
  return words(`broken.${broken.kind}` as 'broken.overlap', known as never)
}
