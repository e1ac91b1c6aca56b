import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeRests } from '#domain/rotation/breaks'
import { shortages } from '#domain/rotation/coverage'
import { MINUTE, type PersonDay, type Piece, SLOT, type Task } from '#domain/rotation/day'
import { DEFAULT_RULE } from '#domain/rotation/default-rule'
import { presentParts } from '#domain/rotation/meal'
import { difference, erase, paint, replaceRests } from '#domain/rotation/pieces'
import { checkDay, checkRetired, isHard } from '#domain/rotation/rules'

const task = (id: string, voice: number, needs: Task['needs'] = []): [string, Task] => [
  id,
  { id, loads: { voice, eyes: 1, mind: 1 }, minBlockMinutes: 30, needs },
]
const tasks = new Map([
  task('voice', 3),
  task('mail', 0),
  task('expert', 0, [{ competenceId: 'c', level: 3 }]),
])
const START = Date.UTC(2026, 10, 23, 7)
const at = (slot: number) => START + slot * SLOT
const piece = (what: string, from: number, to: number): Piece => {
  const rest = what === 'pause' || what === 'meal'
  return {
    id: `${what}${from}`,
    what: rest ? what : 'task',
    taskId: rest ? null : what,
    from: at(from),
    to: at(to),
  }
}
const day = (length: number, pieces: Piece[], extra: Partial<PersonDay> = {}): PersonDay => ({
  personId: 'p',
  shift: { from: at(0), to: at(length) },
  pieces,
  absences: [],
  levels: new Map(),
  ...extra,
})
const kinds = (subject: PersonDay) => checkDay(subject, tasks, DEFAULT_RULE).map((broken) => broken.kind)

/** Nine hours, 36 slots, everything right. */
const good = [
  piece('voice', 0, 6),
  piece('pause', 6, 7),
  piece('mail', 7, 15),
  piece('meal', 15, 17),
  piece('voice', 17, 22),
  piece('pause', 22, 23),
  piece('mail', 23, 30),
  piece('pause', 30, 31),
  piece('voice', 31, 36),
]

describe('a hand-made day', () => {
  test('that keeps every rule breaks none', () => expect(kinds(day(36, good))).toEqual([]))

  test('on which nothing is put yet is unassigned, no more', () => {
    const [only, ...others] = checkDay(day(36, []), tasks, DEFAULT_RULE)
    expect(others).toEqual([])
    expect(only && isHard(only)).toBe(false)
  })

  test('hours in a training end a row of high load', () => {
    const pieces = [piece('voice', 0, 6), piece('voice', 10, 16)]
    const learning = { from: at(6), to: at(10) }
    expect(kinds(day(36, pieces))).toContain('load-too-long')
    expect(kinds(day(36, pieces, { absences: [learning] }))).not.toContain('load-too-long')
  })

  const without = (index: number) => good.filter((_, i) => i !== index)
  const cases: [string, PersonDay, string][] = [
    ['outside the shift', day(36, [...good.slice(0, -1), piece('voice', 31, 37)]), 'outside-shift'],
    ['two things at a time', day(36, [...good, piece('mail', 33, 35)]), 'overlap'],
    ['a level that is missing', day(36, good.with(2, piece('expert', 7, 15))), 'level'],
    ['absent', day(36, good, { absences: [{ from: at(20), to: at(21) }] }), 'absent'],
    [
      'a block too short',
      day(36, [...without(8), piece('voice', 31, 32), piece('mail', 32, 36)]),
      'short-block',
    ],
    ['work without rest', day(36, without(1)), 'work-too-long'],
    [
      'high load in a row',
      day(
        36,
        good
          .with(0, piece('voice', 0, 7))
          .with(1, piece('pause', 7, 8))
          .with(2, piece('mail', 8, 15)),
      ),
      'load-too-long',
    ],
    [
      'a rest too soon',
      day(
        36,
        good
          .with(0, piece('voice', 0, 2))
          .with(1, piece('pause', 2, 3))
          .with(2, piece('mail', 3, 15)),
      ),
      'rest-too-soon',
    ],
    ['no meal', day(36, good.with(3, piece('pause', 15, 16)).with(4, piece('voice', 16, 22))), 'no-meal'],
    [
      'a long pause',
      day(36, good.with(1, piece('pause', 6, 8)).with(2, piece('mail', 8, 15))),
      'pause-length',
    ],
    ['a gap', day(36, without(8)), 'unassigned'],
  ]
  test.each(cases)('with %s is found', (_, subject, kind) => expect(kinds(subject)).toContain(kind))

  test('a level is enough when it is reached, and says what was needed when it is not', () => {
    const subject = good.with(2, piece('expert', 7, 15))
    expect(kinds(day(36, subject, { levels: new Map([['c', 3]]) }))).toEqual([])
    const [broken] = checkDay(day(36, subject, { levels: new Map([['c', 2]]) }), tasks, DEFAULT_RULE)
    expect(broken).toMatchObject({ kind: 'level', pieceId: 'expert7', params: { level: 3, has: 2 } })
  })

  test('leave in the middle of a shift is neither work nor a rest that comes too soon', () => {
    const subject = day(16, [piece('voice', 0, 4), piece('mail', 10, 16)], {
      absences: [{ from: at(4), to: at(10) }],
    })
    expect(kinds(subject)).toEqual([])
  })
})

test('rests placed by the rule break none of its rules, for any shift from 4 to 12 hours, any hours away and any turn', () => {
  const away = fc
    .tuple(fc.integer({ min: -4, max: 48 }), fc.integer({ min: 2, max: 16 }), fc.nat(14))
    .map(([slot, length, minutes]) => ({ from: at(slot) + minutes * MINUTE, to: at(slot + length) }))
  const shape = [fc.integer({ min: 16, max: 48 }), fc.array(away, { maxLength: 2 })] as const
  fc.assert(
    fc.property(...shape, fc.integer({ min: -4, max: 4 }), (length, absences, turn) => {
      const shift = { from: at(0), to: at(length) }
      const rests = placeRests(shift, absences, DEFAULT_RULE, turn)
      expect(rests).toBeDefined()
      const work = presentParts(shift, absences).map(
        (part): Piece => ({ id: null, what: 'task', taskId: 'mail', ...part }),
      )
      // A part shorter than the task's shortest block is the planner's to fill, not the pauses'.
      const found = kinds(day(length, replaceRests(work, rests ?? []), { absences }))
      expect(found.filter((kind) => kind !== 'short-block' && kind !== 'unassigned')).toEqual([])
    }),
  )
})

test('only a block ahead of a retired task is told, not what is done', () => {
  const over = new Map([['mail', { ...tasks.get('mail')!, isRetired: true }]])
  const told = (now: number) => checkRetired(good, over, now).map(({ kind, from }) => [kind, from])
  expect(told(at(0))).toEqual([
    ['retired', at(7)],
    ['retired', at(23)],
  ])
  expect(told(at(15))).toEqual([['retired', at(23)]])
})

const anyPieces = fc
  .array(fc.tuple(fc.constantFrom('voice', 'mail', 'pause'), fc.nat(30), fc.integer({ min: 1, max: 6 })), {
    maxLength: 12,
  })
  .map((list) =>
    list.reduce<Piece[]>((all, [what, from, length]) => paint(all, piece(what, from, from + length)), []),
  )

test('painting never leaves two pieces at one time, and what was painted is there', () => {
  fc.assert(
    fc.property(anyPieces, fc.nat(30), fc.integer({ min: 1, max: 6 }), (pieces, from, length) => {
      const after = paint(pieces, piece('mail', from, from + length))
      const sorted = [...after].sort((a, b) => a.from - b.from)
      for (const [i, one] of sorted.slice(1).entries()) expect(one.from).toBeGreaterThanOrEqual(sorted[i]!.to)
      expect(
        after.some((one) => one.taskId === 'mail' && one.from <= at(from) && one.to >= at(from + length)),
      ).toBe(true)
    }),
  )
})

test('a difference carried out gives the day that was wanted', () => {
  fc.assert(
    fc.property(anyPieces, fc.nat(30), (pieces, from) => {
      const before = pieces.map((one, i) => ({ ...one, id: `b${i}` }))
      const after = erase(before, { from: at(from), to: at(from + 3) })
      const { removed, added } = difference(before, after)
      const left = before.filter((one) => !removed.includes(one))
      expect([...left, ...added].sort((a, b) => a.from - b.from)).toEqual(
        after.sort((a, b) => a.from - b.from),
      )
    }),
  )
})

test('shortages tell when how many are missing', () => {
  const wanted = [{ taskId: 'voice', from: at(0), to: at(8), minimum: 1, target: 2 }]
  const found = shortages(wanted, [
    { taskId: 'voice', from: at(0), to: at(8) },
    { taskId: 'voice', from: at(2), to: at(6) },
    { taskId: 'mail', from: at(0), to: at(8) },
  ])
  expect(found.map(({ from, to, covered }) => [(from - START) / SLOT, (to - START) / SLOT, covered])).toEqual(
    [
      [0, 2, 1],
      [6, 8, 1],
    ],
  )
  expect(MINUTE * 15).toBe(SLOT)
})
