import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '#db/schema/people'
import { RenamePerson } from '#domain/people'
import { command } from '#server/command'
import { refuseWiderRoles } from '#server/held-roles'
import { lockPerson } from '#server/people/person-queries'

export const renamePerson = command({
  verb: 'people.rename',
  input: RenamePerson,
  output: z.object({}),
  subject: (tx, { personId }) => lockPerson(tx, personId),
  readable: 'people.show',
  audit: ({ input }) => ({ kind: 'person', id: input.personId }),
  async run({ tx, actor, input }) {
    const [before] = await tx.select().from(people).where(eq(people.id, input.personId))
    // The organisation's server lets in whoever has the e-mail, so a new one hands the account over.
    if (before?.email !== input.email) await refuseWiderRoles(tx, actor, 'people.rename', input.personId)
    await tx.update(people).set({ name: input.name, email: input.email }).where(eq(people.id, input.personId))
    return {}
  },
})
