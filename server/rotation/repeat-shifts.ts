import { z } from 'zod'
import { invalid } from '#domain/refused'
import { patternDays, RepeatShifts } from '#domain/rotation/shifts'
import { command } from '#server/command'
import { judgeShifts, lockShiftTeam, membersOf, storeShifts } from '#server/rotation/store-shifts'

/** Gives people shifts by a pattern of days; days on which somebody has a shift already are left as they are. */
export const repeatShifts = command({
  verb: 'rotation.repeatShifts',
  input: RepeatShifts,
  output: z.object({ added: z.number(), left: z.number() }),
  subject: (tx, { teamId }) => lockShiftTeam(tx, teamId),
  audit: ({ input, result }) => ({ kind: 'team', id: input.teamId, detail: { shifts: result.added } }),
  async run(context) {
    const { tx, input, subject: place } = context
    const { from, until, on, off, starts, ends } = input
    const members = new Set((await membersOf(tx, input.teamId)).map(({ personId }) => personId))
    if (input.personIds.some((id) => !members.has(id))) throw invalid('personIds', 'rotation.noTeam')
    const days = patternDays(from, until, on, off)
    const wanted = input.personIds.flatMap((personId) =>
      days.map((onDate) => ({ personId, onDate, from: starts, to: ends })),
    )
    const judged = await judgeShifts(tx, place, wanted)
    if ([...judged.problems.values()].includes('length')) throw invalid('ends', 'rotation.shiftLength')
    const added = await storeShifts(context, place, wanted, judged)
    return { added, left: wanted.length - added }
  },
})
