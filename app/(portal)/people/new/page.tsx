import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { AddPersonForm } from '#components/people/add-person-form'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { listPlaces } from '#server/people/queries'
import { addPersonAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('people')
  return { title: t('add') }
}

export default async function AddPersonPage() {
  const { actor, timeZone } = await requireSession()
  if (!mayEver(actor, 'people.add')) notFound()
  const [places, locale, t] = await Promise.all([
    listPlaces(actor, {}),
    getLocale(),
    getTranslations('people'),
  ])
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date())
  return (
    <>
      <PageHeader
        title={t('add')}
        lead={t('addLead')}
        above={<Breadcrumbs trail={[{ href: '/people', label: t('title') }]} />}
      />
      <AddPersonForm action={addPersonAction} places={places} locale={locale} today={today} />
    </>
  )
}
