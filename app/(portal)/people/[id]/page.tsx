import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { EditPerson } from '#components/people/edit-person'
import { PersonRecord } from '#components/people/person-record'
import { PersonWish } from '#components/people/person-wish'
import { PraiseLink } from '#components/people/praise-link'
import { Avatar } from '#components/ui/avatar'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { can } from '#domain/access'
import { isUuid } from '#domain/ids'
import { Refused } from '#domain/refused'
import { inLocale } from '#domain/text'
import { listPlaces, personRecord, showPerson } from '#server/people/queries'
import {
  endEmploymentAction,
  grantRoleAction,
  movePersonAction,
  renamePersonAction,
  resetPasswordAction,
  withdrawRoleAction,
} from '../actions'

const readPerson = once(showPerson)

/** What is not open to the reader is left out of the page. */
const hidden = (error: unknown) => {
  if (error instanceof Refused) return null
  throw error
}

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ actor }, { id }, t] = await Promise.all([requireSession(), params, getTranslations('layout')])
  const person = isUuid(id) ? await readPerson(actor, { personId: id }).catch(() => undefined) : undefined
  return { title: person?.name ?? t('lost.title') }
}

export default async function PersonPage({ params }: Props) {
  const [{ actor, timeZone }, { id }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('people'),
  ])
  if (!isUuid(id)) notFound()
  const person = await seen(readPerson(actor, { personId: id }))
  const subject = { people: [id], teamId: person.teamId, siteId: person.siteId }
  const mayEdit = can(actor, 'people.move', subject)
  const mayGrant = can(actor, 'people.grant', subject) && id !== actor.personId
  const [record, places] = await Promise.all([
    personRecord(actor, { personId: id }).catch(hidden),
    mayEdit || mayGrant ? listPlaces(actor, { siteId: person.siteId ?? undefined }) : null,
  ])
  const where = [person.position, person.team, person.site].flatMap((part) =>
    part ? [inLocale(part, locale)] : [],
  )
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date())
  return (
    <>
      <PageHeader
        title={person.name}
        actions={<PraiseLink person={person} by={actor.personId} />}
        lead={where.join(' · ') || t('left')}
        above={
          <div className="grid gap-4">
            <Breadcrumbs trail={[{ href: '/people', label: t('title') }]} />
            <Avatar id={person.id} name={person.name} size="large" />
          </div>
        }
      />
      <PersonWish wish={person.wish} plans={person.plans} locale={locale} />
      {record && (
        <PersonRecord
          personId={id}
          record={record}
          locale={locale}
          withdraw={mayGrant ? withdrawRoleAction : undefined}
        />
      )}
      {places && record && (
        <EditPerson
          person={{ ...person, email: record.email }}
          places={places}
          locale={locale}
          today={today}
          rename={mayEdit ? renamePersonAction : undefined}
          move={mayEdit ? movePersonAction : undefined}
          end={mayEdit && id !== actor.personId ? endEmploymentAction : undefined}
          grant={mayGrant ? grantRoleAction : undefined}
          resetPassword={can(actor, 'accounts.resetPassword', subject) ? resetPasswordAction : undefined}
        />
      )}
    </>
  )
}
