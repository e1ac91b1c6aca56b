import { createFormatter, createTranslator } from 'next-intl'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'
import { messagesOf } from '#messages/catalogue'
import type { Sheet } from '#server/pdf'
import { drawPdf, SOFT } from '#server/pdf'
import type { RoundForm } from '#server/workplace/form-queries'
import type { RoundReport } from '#server/workplace/report-queries'

type Item = RoundForm['sections'][number]['items'][number]
type Report = { round: RoundForm; report: RoundReport; timeZone: string; locale: Locale; now: Date }

const WIDTHS = [10, 5, 3]

/** The words and forms of one reader's report. */
function speaking({ locale, timeZone }: Pick<Report, 'locale' | 'timeZone'>) {
  const messages = messagesOf(locale)
  const t = createTranslator({ locale, messages, namespace: 'workplace' })
  const format = createFormatter({ locale, timeZone })
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
  const day = (on: string) =>
    createFormatter({ locale, timeZone: 'UTC' }).dateTime(new Date(on), { dateStyle: 'short' })
  const percent = (share: number | null) =>
    share === null ? '–' : format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  const say = (text: Text) => inLocale(text, locale)

  const value = ({ type, answer, unit, options }: Item): string => {
    if (type === 'yes-no') return t(answer?.yes ? 'round.yes' : 'round.no')
    const option = options.find((one) => one.key === answer?.choice)
    if (option) return say(option.label)
    if (answer?.number === null || answer?.number === undefined) return answer?.words ?? ''
    return t('round.value', { value: format.number(answer.number), unit: unit ?? '' })
  }
  const found = (item: Item): string => {
    const { answer } = item
    if (!answer) return t('round.unanswered')
    if (answer.state === 'na') return t('round.na')
    if (answer.state === 'not-measured') return t('round.notMeasuredWhy', { reason: answer.reason ?? '' })
    const until = answer.calibratedUntil
    const instrument =
      answer.instrument && until
        ? t('round.calibrated', { name: answer.instrument, until: day(until) })
        : answer.instrument
    return [value(item), instrument, answer.comment].filter(Boolean).join('\n')
  }
  const band = ({ answer }: Item): string => (answer?.band ? t(`round.bands.${answer.band}`) : '–')
  const title = (item: Item): string =>
    item.critical ? t('round.critical', { title: say(item.title) }) : say(item.title)
  return { t, moment, percent, say, found, band, title }
}
type Words = ReturnType<typeof speaking>

const drawFacts = (sheet: Sheet, { round, report }: Report, words: Words): void => {
  const { t, moment, percent, say } = words
  const { score, completeness, verdict, submittedAt } = round
  sheet.pairs([
    { label: t('checklist'), value: t('roundLead', { title: say(round.checklist), version: round.version }) },
    { label: t('review.status'), value: t(`review.statuses.${round.status as 'submitted'}`) },
    { label: t('result'), value: verdict ? t(`verdicts.${verdict as 'pass'}`) : '–' },
    { label: t('scoreColumn'), value: percent(score) },
    { label: t('completeness'), value: percent(completeness) },
    { label: t('inspector'), value: round.startedBy },
    { label: t('report.begun'), value: moment(round.startedAt) },
    { label: t('submittedAt'), value: submittedAt ? moment(submittedAt) : '–' },
    { label: t('report.rule'), value: String(report.scoringRule) },
    ...report.reviews.map(({ outcome, by, at, note }) => ({
      label: t(outcome === 'approved' ? 'report.approved' : 'report.returned'),
      value: [by, moment(at), note].filter(Boolean).join(', '),
    })),
  ])
}

const drawActions = (sheet: Sheet, { round, report }: Report, words: Words): void => {
  const { t, moment, title } = words
  const items = round.sections.flatMap((section) => section.items)
  sheet.section(t('report.actions'))
  if (!report.actions.length) {
    sheet.text(t('report.noActions'), { color: SOFT })
    return
  }
  sheet.table({
    head: [t('report.what'), t('report.urgency'), t('report.due'), t('report.mender')],
    widths: [8, 3, 4, 4],
    rows: report.actions.map(({ itemId, severity, status, dueAt, assignee }) => {
      const item = items.find(({ id }) => id === itemId)
      const closed = status === 'verified' || status === 'cancelled' || status === 'done'
      return [
        item ? title(item) : '–',
        t(`severities.${severity}`),
        closed ? t(`actionStatus.${status as 'done'}`) : moment(dueAt),
        assignee ?? '–',
      ]
    }),
  })
}

const drawPhotos = async (sheet: Sheet, { round, report }: Report, words: Words): Promise<void> => {
  if (!report.photos.length) return
  const { t, title } = words
  const items = round.sections.flatMap((section) => section.items)
  sheet.section(t('report.photos'))
  for (const { itemId, content } of report.photos) {
    const item = items.find(({ id }) => id === itemId)
    const alt = item ? title(item) : ''
    sheet.room(240).text(alt, { size: 'small', color: SOFT, after: 2, tag: 'Caption' })
    await sheet.picture(content, { height: 200, alt })
  }
}

/** A round on paper: what was found, what is being mended, with what it was measured, and what its limits stand on. */
export function roundPdf(wanted: Report): Promise<Buffer> {
  const { round, report, locale, now } = wanted
  const words = speaking(wanted)
  const { t, say, found, band, title } = words
  const place = { seat: round.seat ?? '', room: say(round.room), site: say(round.site) }
  const name = t(round.seat ? 'placeSeat' : 'placeRoom', place)
  const foot = t('report.foot', { place: name, made: words.moment(now.toISOString()) })
  return drawPdf({ title: t('report.title', { place: name }), locale, now, foot }, async (sheet) => {
    sheet.title(name)
    drawFacts(sheet, wanted, words)
    drawActions(sheet, wanted, words)
    for (const section of round.sections) {
      sheet.section(say(section.title))
      sheet.table({
        head: [t('report.question'), t('report.found'), t('report.band')],
        widths: WIDTHS,
        rows: section.items.map((item) => [title(item), found(item), band(item)]),
      })
    }
    await drawPhotos(sheet, wanted, words)
    if (!report.norms.length) return
    sheet.section(t('norm.title'))
    for (const norm of report.norms) {
      const marks = {
        title: say(norm.title),
        inForce: t(`template.inForce.${norm.inForce}`),
        evidence: t(`template.evidence.${norm.evidence}`),
      }
      const line = norm.evidence === 'house' ? t('template.normOurs', marks) : t('template.norm', marks)
      sheet.room(16).text(line, { size: 'small', after: 2 })
    }
    sheet.text(t('report.normsNote'), { size: 'small', color: SOFT })
  })
}
