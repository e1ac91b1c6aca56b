import { getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { PageHeader } from '#components/ui/page-header'

export async function generateMetadata() {
  const t = await getTranslations('layout')
  return { title: t('rooms.day') }
}

export default async function MyDayPage() {
  const [{ name }, t] = await Promise.all([requireSession(), getTranslations('layout')])
  return <PageHeader title={t('rooms.day')} lead={name} />
}
