import { getTranslations } from 'next-intl/server'
import NotFoundPage from '../not-found'

export async function generateMetadata() {
  const t = await getTranslations('layout')
  return { title: t('lost.title') }
}

/** The doors have no frame of their own. */
export default function NotFoundAtTheDoor() {
  return <NotFoundPage />
}
