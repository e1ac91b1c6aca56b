import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { trainingChecks } from '#db/schema/training-checks'
import { SetChecks } from '#domain/course-desk'
import { pairLines } from '#domain/quizzes'
import { invalid } from '#domain/refused'
import { command } from '#server/command'
import { lockTraining } from '#server/training/course-desk-queries'

const MOST = 100

/** Writes the check-list of a training on the job. An item whose words stay is the same; any other is retired, with its sign-offs. */
export const setChecks = command({
  verb: 'training.setChecks',
  input: SetChecks,
  output: z.object({ checks: z.number() }),
  subject: async (tx, { trainingId }) => ({ people: [], training: await lockTraining(tx, trainingId) }),
  audit: ({ input, result }) => ({
    kind: 'training',
    id: input.trainingId,
    detail: { checks: result.checks },
  }),
  async run({ tx, input: { trainingId, lines }, subject: { training }, now, newId }) {
    if (!['on-the-job', 'mentoring'].includes(training.format)) throw invalid('trainingId', 'noCheckList')
    const wanted = pairLines(lines.uk, lines.en)
    if (!wanted) throw invalid('lines.en', 'linesDiffer')
    if (wanted.length > MOST) throw invalid('lines.uk', 'tooLong')
    const known = await tx
      .select()
      .from(trainingChecks)
      .where(and(eq(trainingChecks.trainingId, trainingId), isNull(trainingChecks.retiredAt)))
    const same = (title: { uk: string; en?: string }) =>
      known.find((one) => one.title.uk === title.uk && one.title.en === title.en)
    const kept = new Set(wanted.flatMap((title) => same(title)?.id ?? []))
    const gone = known.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
    if (gone.length)
      await tx.update(trainingChecks).set({ retiredAt: now }).where(inArray(trainingChecks.id, gone))
    for (const [at, title] of wanted.entries()) {
      const [position, found] = [at + 1, same(title)]
      if (found) await tx.update(trainingChecks).set({ position }).where(eq(trainingChecks.id, found.id))
      else
        await tx.insert(trainingChecks).values({ id: newId(), trainingId, position, title, createdAt: now })
    }
    return { checks: wanted.length }
  },
})
