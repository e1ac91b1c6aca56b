import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { applications, releaseSlips } from '#db/schema/openings'
import { PostponeRelease } from '#domain/openings'
import { invalid } from '#domain/refused'
import { lockApplication, ofPerson, refuseNotAccepted } from '#server/career/lock-opening-queries'
import { command } from '#server/command'

/** The own team needs the person longer: the old date, the new one, who and why stay on record. */
export const postponeRelease = command({
  verb: 'career.postponeRelease',
  input: PostponeRelease,
  output: z.object({}),
  subject: async (tx, { applicationId }) => ofPerson(await lockApplication(tx, applicationId)),
  readable: 'career.applications',
  audit: ({ input, subject }) => ({
    kind: 'opening',
    id: subject.application.openingId,
    detail: { applicationId: input.applicationId, releaseOn: input.releaseOn },
  }),
  async run({ tx, actor, input, subject: { application }, now, newId, notify }) {
    refuseNotAccepted(application)
    const { applicationId, releaseOn, reason } = input
    if (releaseOn <= (application.releaseOn ?? '')) throw invalid('releaseOn', 'laterThanBefore')
    const slip = { fromOn: application.releaseOn ?? releaseOn, toOn: releaseOn, movedBy: actor.personId }
    await tx.insert(releaseSlips).values({ ...slip, id: newId(), applicationId, reason, at: now })
    await tx.update(applications).set({ releaseOn }).where(eq(applications.id, applicationId))
    const href = `/career/openings/${application.openingId}`
    notify({ to: [application.personId], kind: 'career.releasePostponed', href })
    return {}
  },
})
