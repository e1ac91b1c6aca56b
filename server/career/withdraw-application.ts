import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { applications } from '#db/schema/openings'
import { WithdrawApplication } from '#domain/openings'
import { conflict } from '#domain/refused'
import { lockApplication } from '#server/career/lock-opening-queries'
import { command } from '#server/command'

/** The person thinks better of it before there is an answer. */
export const withdrawApplication = command({
  verb: 'career.withdrawApplication',
  input: WithdrawApplication,
  output: z.object({}),
  subject: async (tx, { applicationId }) => {
    const application = await lockApplication(tx, applicationId)
    return { people: [application.personId], application }
  },
  readable: 'career.applications',
  audit: ({ input, subject }) => ({
    kind: 'opening',
    id: subject.application.openingId,
    detail: { applicationId: input.applicationId, withdrawn: true },
  }),
  async run({ tx, input, subject: { application }, now }) {
    if (application.state !== 'submitted') throw conflict('applicationAnswered')
    await tx
      .update(applications)
      .set({ state: 'withdrawn', withdrawnAt: now })
      .where(eq(applications.id, input.applicationId))
    return {}
  },
})
