import { getTranslations } from 'next-intl/server'
import { LostLayout } from '#components/layout/lost-layout'
import { LinkButton } from '#components/ui/link-button'

export async function generateMetadata() {
  const t = await getTranslations('layout')
  return { title: t('lost.title') }
}

export default async function NotFoundPage() {
  const t = await getTranslations('layout')
  return (
    <main className="mx-auto max-w-3xl p-6">
      <LostLayout
        title={t('lost.title')}
        lead={t('lost.lead')}
        actions={
          <LinkButton href="/" variant="primary">
            {t('lost.home')}
          </LinkButton>
        }
      />
    </main>
  )
}
