import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '#db/schema/people'
import { RenamePerson } from '#domain/people'
import { command } from '#server/command'
import { lockPerson } from '#server/people/person-queries'

export const renamePerson = command({
  verb: 'people.rename',
  input: RenamePerson,
  output: z.object({}),
  subject: (tx, { personId }) => lockPerson(tx, personId),
  readable: 'people.show',
  audit: ({ input }) => ({ kind: 'person', id: input.personId }),
  async run({ tx, input }) {
    await tx.update(people).set({ name: input.name, email: input.email }).where(eq(people.id, input.personId))
    return {}
  },
})
