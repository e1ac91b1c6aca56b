import { getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Words } from '#components/layout/words'
import { WeightsForm } from '#components/rotation/weights-form'
import { PageHeader } from '#components/ui/page-header'
import { planWeightsNow } from '#server/rotation/weights-queries'
import { setWeightsAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('rotation.weights')
  return { title: t('title') }
}

export default async function WeightsPage() {
  const [{ actor }, t] = await Promise.all([requireSession(), getTranslations('rotation.weights')])
  const { weights } = await seen(planWeightsNow(actor, {}))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Words namespaces={['rotation.browser', 'ui.browser']}>
        <WeightsForm weights={weights} set={setWeightsAction} />
      </Words>
    </>
  )
}
