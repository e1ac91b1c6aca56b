import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { EndEmployment } from '#domain/people'
import { invalid } from '#domain/refused'
import { command } from '#server/command'
import { refuseLastAdmin } from '#server/held-roles'
import { lockPerson } from '#server/people/person-queries'
import { revokeSecrets } from '#server/revoke-secrets'

/** Ends an employment with its roles: after the last day at the site nothing opens any more, open sessions included; at once where that day is over. */
export const endEmployment = command({
  verb: 'people.end',
  input: EndEmployment,
  output: z.object({}),
  subject: (tx, { personId }) => lockPerson(tx, personId),
  readable: 'people.show',
  audit: ({ input }) => ({ kind: 'person', id: input.personId, detail: { lastDay: input.lastDay } }),
  async run({ tx, actor, input, subject, now }) {
    if (!subject.employmentId || !subject.since) throw invalid('personId', 'notEmployed')
    if (input.lastDay < subject.since) throw invalid('lastDay', 'beforeHire')
    const { personId, lastDay, reason } = input
    await refuseLastAdmin(tx, personId)
    const until = sql`(${lastDay}::date + 1)`
    await tx.execute(sql`
      update employments set valid = daterange(lower(valid), ${until}), reason = coalesce(${reason ?? null}, reason)
      where person_id = ${personId} and (upper(valid) is null or upper(valid) > ${until}) and lower(valid) < ${until}`)
    // Rights end on the last day's midnight at the site, or now where that has passed.
    await tx.execute(sql`
      update grants set
        valid = tstzrange(lower(valid), greatest(${now}::timestamptz, ${until}::timestamp at time zone ${subject.timeZone})),
        withdrawn_by = ${actor.kind === 'person' ? actor.personId : null}
      where person_id = ${personId} and lower(valid) < ${now}
        and (upper(valid) is null or upper(valid) > greatest(${now}::timestamptz, ${until}::timestamp at time zone ${subject.timeZone}))`)
    // Where the last day is still to come, the nightly purge does it: by then nobody is employed.
    const { rows } = await tx.execute(sql`select 1 from current_employments where person_id = ${personId}`)
    if (!rows.length) await revokeSecrets(tx, personId, now)
    await tx.execute(sql`
      update mentorships set valid = daterange(lower(valid), ${until})
      where (mentor_id = ${personId} or mentee_id = ${personId}) and upper(valid) is null and lower(valid) < ${until}`)
    return {}
  },
})
