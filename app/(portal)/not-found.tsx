import { getTranslations } from 'next-intl/server'
import { LostLayout } from '#components/layout/lost-layout'
import { LinkButton } from '#components/ui/link-button'

export async function generateMetadata() {
  const t = await getTranslations('layout')
  return { title: t('lost.title') }
}

export default async function NotFoundHere() {
  const t = await getTranslations('layout')
  const home = (
    <LinkButton href="/" variant="primary">
      {t('lost.home')}
    </LinkButton>
  )
  return <LostLayout title={t('lost.title')} lead={t('lost.lead')} actions={home} />
}
