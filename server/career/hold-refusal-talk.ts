import { z } from 'zod'
import { refusalTalks } from '#db/schema/openings'
import { HoldRefusalTalk } from '#domain/openings'
import { conflict, invalid } from '#domain/refused'
import { lockApplication, ofPerson } from '#server/career/lock-opening-queries'
import { personDay } from '#server/career/site-day-queries'
import { command } from '#server/command'

/** After a refusal somebody sits down with the person: what comes next for them. */
export const holdRefusalTalk = command({
  verb: 'career.holdRefusalTalk',
  input: HoldRefusalTalk,
  output: z.object({}),
  subject: async (tx, { applicationId }) => ofPerson(await lockApplication(tx, applicationId)),
  readable: 'career.applications',
  audit: ({ input, subject }) => ({
    kind: 'opening',
    id: subject.application.openingId,
    detail: { applicationId: input.applicationId, talk: true },
  }),
  async run({ tx, actor, input, subject: { application }, now, notify }) {
    if (application.personId === actor.personId) throw conflict('notYourself')
    if (application.state !== 'declined') throw conflict('notDeclined')
    if (input.heldOn > (await personDay(tx, application.personId, now))) throw invalid('heldOn', 'dateBehind')
    await tx.insert(refusalTalks).values({ ...input, heldBy: actor.personId, at: now })
    const href = `/career/openings/${application.openingId}`
    notify({ to: [application.personId], kind: 'career.refusalTalked', href })
    return {}
  },
})
