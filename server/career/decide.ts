import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { applications } from '#db/schema/openings'
import { Decide } from '#domain/openings'
import { conflict, invalid } from '#domain/refused'
import { lockApplication } from '#server/career/lock-opening-queries'
import { personDay } from '#server/career/site-day-queries'
import { command } from '#server/command'

/** Answers an application, always with a reason. Whoever decides is never the person. */
export const decideApplication = command({
  verb: 'career.decide',
  input: Decide,
  output: z.object({}),
  subject: async (tx, { applicationId }) => {
    const application = await lockApplication(tx, applicationId)
    return { siteId: application.openingSiteId, application }
  },
  readable: 'career.applications',
  audit: ({ input, subject }) => ({
    kind: 'opening',
    id: subject.application.openingId,
    detail: { applicationId: input.applicationId, outcome: input.outcome },
  }),
  async run({ tx, actor, input, subject: { application }, now, notify }) {
    if (application.personId === actor.personId) throw conflict('notYourself')
    if (application.state !== 'submitted') throw conflict('applicationAnswered')
    const accepted = input.outcome === 'accepted'
    if (accepted && input.releaseOn < (await personDay(tx, application.personId, now)))
      throw invalid('releaseOn', 'dateAhead')
    await tx
      .update(applications)
      .set({
        state: input.outcome,
        decidedBy: actor.personId,
        decidedAt: now,
        reason: input.reason,
        releaseOn: accepted ? input.releaseOn : null,
      })
      .where(eq(applications.id, input.applicationId))
    const href = `/career/openings/${application.openingId}`
    notify({ to: [application.personId], kind: 'career.decided', params: { outcome: input.outcome }, href })
    return {}
  },
})
