import { z } from 'zod'
import { employments } from '#db/schema/people'
import { can } from '#domain/access'
import { MOVE_KINDS, MovePerson } from '#domain/people'
import { invalid, Refused } from '#domain/refused'
import { command } from '#server/command'
import { refuseForeignTeam } from '#server/people/add'
import { closeEmployment, comesBack, goesOn, lockPerson } from '#server/people/person-queries'

/**
 * Closes one employment and opens the next in one transaction; acting stands beside and closes nothing. Whoever left and comes back
 * is hired anew: the days between stay as they were.
 */
export const movePerson = command({
  verb: 'people.move',
  input: MovePerson,
  output: z.object({ employmentId: z.uuid(), kind: z.enum([...MOVE_KINDS, 'hire']) }),
  subject: (tx, { personId }) => lockPerson(tx, personId),
  readable: 'people.show',
  audit: ({ input, result }) => ({
    kind: 'person',
    id: input.personId,
    detail: { move: result.kind, employmentId: result.employmentId },
  }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    if (!subject.since) throw invalid('personId', 'notEmployed')
    if (input.startsOn < subject.since) throw invalid('startsOn', 'beforeHire')
    await refuseForeignTeam(tx, input.teamId, input.siteId)
    const { siteId, teamId = null } = input
    if (!can(actor, 'people.move', { siteId, teamId })) throw new Refused('forbidden')
    const isBack = comesBack(subject, input.startsOn)
    if (isBack && input.kind === 'acting') throw invalid('personId', 'notEmployed')
    if (input.kind !== 'acting') await closeEmployment(tx, subject, input.startsOn)
    const kind = isBack ? ('hire' as const) : input.kind
    const employmentId = newId()
    await tx.insert(employments).values({
      id: employmentId,
      personId: input.personId,
      positionId: input.positionId,
      siteId: input.siteId,
      teamId: input.teamId ?? null,
      kind,
      // An end that is known already holds for the next place too.
      valid: `[${input.startsOn},${goesOn(subject, input.startsOn) ? '' : subject.until})`,
      reason: input.reason || null,
      decidedBy: actor.kind === 'person' ? actor.personId : null,
      createdAt: now,
    })
    notify({ to: [input.personId], kind: 'people.moved', href: '/career' })
    return { employmentId, kind }
  },
})
