import { LOADS, type Load, minutesOf, type Piece, SLOT, type Stretch, type Task } from '#domain/rotation/day'
import { minuteAt } from '#domain/site-time'

/** One published day of one person, as the numbers count it. */
export type WorkedShift = {
  personId: string
  onDate: string
  /** Sites' own clock: does the shift reach into the night, does it begin on a weekend. */
  isNight: boolean
  isWeekend: boolean
  pieces: Piece[]
  /** Absences and trainings: they end a row of load as a rest does. */
  absences: Stretch[]
  /** What is high by the rule that the day was made by. */
  highLoad: number
  keepsBreaks: boolean
  /** Wishes that were made about this day, and how many came true. */
  wished: number
  met: number
  tired: number[]
}
export type TaskFacts = Pick<Task, 'id' | 'loads'> & { isInside: boolean; unwanted: number }

const HOUR = 60
/** Below so many people an average says who was asked. */
const FEWEST = 10
/** Minutes of the wall clock. */
const [NIGHT_FROM, NIGHT_TO] = [22 * HOUR, 6 * HOUR]

/** Whether any quarter of an hour of a shift lies in the night: each hour is looked at, and its last quarter. */
export function isNight({ from, to }: Stretch, timeZone: string): boolean {
  const hours = Math.ceil((to - from) / (4 * SLOT))
  const looked = Array.from({ length: hours }, (_, hour) => from + hour * 4 * SLOT)
  return [...looked, to - SLOT].some((at) => {
    const minute = minuteAt(new Date(at), timeZone)
    return minute >= NIGHT_FROM || minute < NIGHT_TO
  })
}

/** The longest minutes in a row of high load of one kind; a rest ends the row, and so do hours away or in a training. */
export function longestStretch(
  { pieces, absences, highLoad }: Pick<WorkedShift, 'pieces' | 'absences' | 'highLoad'>,
  tasks: ReadonlyMap<string, TaskFacts>,
  load: Load,
): number {
  const away = absences.map((absence) => ({ ...absence, taskId: null }))
  let longest = 0
  let minutes = 0
  for (const piece of [...pieces, ...away].sort((a, b) => a.from - b.from)) {
    const high = piece.taskId !== null && (tasks.get(piece.taskId)?.loads[load] ?? 0) >= highLoad
    minutes = high ? minutes + minutesOf(piece) : 0
    longest = Math.max(longest, minutes)
  }
  return longest
}

/** 0 where all have the same, towards 1 where one has all. */
export function gini(values: readonly number[]): number {
  const total = values.reduce((sum, value) => sum + value, 0)
  if (!total || values.length < 2) return 0
  const sorted = [...values].sort((a, b) => a - b)
  const weighted = sorted.reduce((sum, value, at) => sum + (at + 1) * value, 0)
  return (2 * weighted) / (values.length * total) - (values.length + 1) / values.length
}

const mean = (values: readonly number[]): number | null =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null

const workOf = (pieces: readonly Piece[]): Piece[] => pieces.filter(({ taskId }) => taskId !== null)
const minutesIn = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, stretch) => sum + minutesOf(stretch), 0)

type PersonSums = { load: number; minutes: number; nights: number; weekends: number; unwanted: number }

/** Load, minutes and least wanted minutes of one day's work. */
const workSums = (pieces: readonly Piece[], tasks: ReadonlyMap<string, TaskFacts>, disliked: number) => {
  const sums = { load: 0, minutes: 0, unwanted: 0 }
  for (const piece of workOf(pieces)) {
    const task = tasks.get(piece.taskId ?? '')
    const minutes = minutesOf(piece)
    sums.minutes += minutes
    sums.load += minutes * LOADS.reduce((sum, load) => sum + (task?.loads[load] ?? 0), 0)
    if (task?.unwanted === disliked) sums.unwanted += minutes
  }
  return sums
}

const sumsByPerson = (
  shifts: readonly WorkedShift[],
  tasks: ReadonlyMap<string, TaskFacts>,
): PersonSums[] => {
  const sums = new Map<string, PersonSums>()
  const disliked = Math.max(1, ...[...tasks.values()].map(({ unwanted }) => unwanted))
  for (const { personId, pieces, isNight, isWeekend } of shifts) {
    const before = sums.get(personId) ?? { load: 0, minutes: 0, nights: 0, weekends: 0, unwanted: 0 }
    const { load, minutes, unwanted } = workSums(pieces, tasks, disliked)
    sums.set(personId, {
      load: before.load + load,
      minutes: before.minutes + minutes,
      unwanted: before.unwanted + unwanted,
      nights: before.nights + Number(isNight),
      weekends: before.weekends + Number(isWeekend),
    })
  }
  return [...sums.values()]
}

/** Tiredness on days of so many tasks and on plainer ones; an average only where ten people stand behind it. */
const tirednessBy = (shifts: readonly WorkedShift[], isVaried: (shift: WorkedShift) => boolean) => {
  const answered = shifts.filter((shift) => shift.tired.length > 0 && isVaried(shift))
  const people = new Set(answered.map(({ personId }) => personId)).size
  return { people, average: people >= FEWEST ? mean(answered.flatMap(({ tired }) => tired)) : null }
}

const VARIED = 3
const tasksOf = ({ pieces }: WorkedShift): number => new Set(workOf(pieces).map(({ taskId }) => taskId)).size

/** What a team's published days come to: how long in a row, how varied, how even, what was kept. */
export function rotationNumbers(shifts: readonly WorkedShift[], tasks: ReadonlyMap<string, TaskFacts>) {
  const worked = shifts.filter(({ pieces }) => pieces.length > 0)
  const people = sumsByPerson(worked, tasks)
  const stretch = (load: Load) => worked.map((shift) => longestStretch(shift, tasks, load))
  const learning = worked.flatMap(({ pieces }) =>
    workOf(pieces).filter(({ taskId }) => tasks.get(taskId ?? '')?.isInside),
  )
  const wished = worked.reduce((sum, shift) => sum + shift.wished, 0)
  return {
    shifts: worked.length,
    people: people.length,
    stretches: LOADS.map((load) => {
      const all = stretch(load)
      return { load, mean: mean(all) ?? 0, longest: Math.max(0, ...all) }
    }),
    tasksADay: mean(worked.map(tasksOf)),
    even: {
      load: gini(people.map(({ load, minutes }) => (minutes ? load / minutes : 0))),
      nights: gini(people.map(({ nights }) => nights)),
      weekends: gini(people.map(({ weekends }) => weekends)),
      unwanted: gini(people.map(({ unwanted, minutes }) => (minutes ? unwanted / minutes : 0))),
    },
    breaksKept: mean(worked.map(({ keepsBreaks }) => Number(keepsBreaks))),
    wishesMet: wished ? worked.reduce((sum, shift) => sum + shift.met, 0) / wished : null,
    learningHours: minutesIn(learning) / HOUR,
    tiredness: {
      varied: tirednessBy(worked, (shift) => tasksOf(shift) >= VARIED),
      plain: tirednessBy(worked, (shift) => tasksOf(shift) < VARIED),
    },
  }
}
export type RotationNumbers = ReturnType<typeof rotationNumbers>
