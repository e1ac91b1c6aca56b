import type { Cell } from '#domain/sheets'
import { day, number, oneOf, optional, text, whole, yesNo } from '#domain/sheets'
import { LOCALES } from '#domain/text'
import { FORMATS } from '#domain/training'

/** `dialogue: 2; voice: 3`: competences by their short names with the level that the training gives. */
const levels: Cell<{ competence: string; level: number }[]> = {
  read: (cell) => {
    const parts = cell.split(/[;\n]/).map((part) => /^\s*([a-z0-9-]+)\s*:\s*([1-4])\s*$/.exec(part))
    if (!parts.every(Boolean)) return undefined
    return parts.flatMap((part) => (part?.[1] ? [{ competence: part[1], level: Number(part[2]) }] : []))
  },
}

/** `09:30`, as people write the hour. */
const hour: Cell<string> = {
  read: (cell) => {
    const [, h, m] = /^(\d{1,2})[:.](\d{2})$/.exec(cell) ?? []
    const written = `${h?.padStart(2, '0')}:${m}`
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(written) ? written : undefined
  },
}

/** Cells of Excel that were meant as a date and an hour arrive as text; each sheet is given first to be tried. */
export const TRAINING_COLUMNS = {
  code: optional(text(40)),
  title: text(150),
  title_en: optional(text(150)),
  about: text(1000),
  about_en: optional(text(1000)),
  format: oneOf(FORMATS),
  language: optional(oneOf(LOCALES)),
  hours: number(0.5, 400),
  valid_months: optional(whole(1, 120)),
  exam_confirms: optional(yesNo),
  levels,
}

export const SESSION_COLUMNS = {
  training: text(100),
  site: text(100),
  date: day,
  time: hour,
  minutes: whole(15, 20_160),
  seats: whole(1, 500),
  least: optional(whole(1, 500)),
  place: text(100),
  place_en: optional(text(100)),
  trainer: optional(text(254)),
}

export const COMPLETION_COLUMNS = {
  email: text(254),
  training: text(100),
  date: day,
  score: optional(number(0, 100)),
}

/** The most rows of one sheet: what is kept of each takes several steps, and one transaction holds them all. */
export const MOST_ROWS = 2000
