import { getTranslations } from 'next-intl/server'
import { openApiDocument } from '#app/_next/rest/document'
import type { OpenApi } from '#components/api/api-reference'
import { ApiReference } from '#components/api/api-reference'

export async function generateMetadata() {
  const t = await getTranslations('api')
  return { title: t('title') }
}

export default async function ApiDocsPage() {
  return <ApiReference document={(await openApiDocument()) as OpenApi} />
}
