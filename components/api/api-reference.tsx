import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'

type Operation = {
  operationId?: string
  tags?: string[]
  parameters?: unknown[]
  requestBody?: unknown
  responses?: Record<string, unknown>
}
export type OpenApi = { paths?: Record<string, Record<string, Operation>> }

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

const operationsOf = ({ paths = {} }: OpenApi) =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ path, method, operation: item[method] }] : [])),
  )

/** The document as people read it: by resource, each operation with its parameters, body and answers as they stand there. */
export function ApiReference({ document }: { document: OpenApi }) {
  const t = useTranslations('api')
  const operations = operationsOf(document)
  const resources = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? ''))].sort()
  return (
    <main id="content" className="mx-auto max-w-4xl p-6">
      <PageHeader
        title={t('title')}
        lead={t.rich('lead', {
          file: (words) => (
            <a className="link" href="/api/v1/openapi.json">
              {words}
            </a>
          ),
        })}
      />
      {resources.map((resource) => (
        <Section key={resource} id={resource} title={resource}>
          {operations
            .filter(({ operation }) => operation.tags?.[0] === resource)
            .map(({ path, method, operation }) => (
              <Disclosure
                key={`${method} ${path}`}
                summary={
                  <span className="flex min-w-0 flex-wrap gap-x-3 wrap-anywhere">
                    <code className="font-semibold uppercase">{method}</code>
                    <code className="min-w-0">{path}</code>
                    <span className="min-w-0 text-soft">{operation.operationId}</span>
                  </span>
                }
              >
                <OperationParts operation={operation} />
              </Disclosure>
            ))}
        </Section>
      ))}
    </main>
  )
}

function OperationParts({ operation }: { operation: Operation }) {
  const t = useTranslations('api')
  const parts = [
    { title: t('parameters'), value: operation.parameters },
    { title: t('body'), value: operation.requestBody },
    { title: t('answers'), value: operation.responses },
  ].filter((part) => part.value !== undefined)
  return (
    <dl className="grid gap-4">
      {parts.map((part) => (
        <div key={part.title}>
          <dt className="font-semibold">{part.title}</dt>
          <dd>
            <pre className="max-h-96 overflow-auto text-small">{JSON.stringify(part.value, null, 2)}</pre>
          </dd>
        </div>
      ))}
    </dl>
  )
}
