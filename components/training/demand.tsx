import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { Section } from '#components/ui/section'
import { Table } from '#components/ui/table'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Demand = {
  trainingId: string
  slug: string
  title: Text
  asking: number
  waiting: number
  planned: number
  free: number
  toPlan: number
}

/** Where seats are missing, and how many sessions would mend it. */
export function DemandTable({ demand, locale }: { demand: readonly Demand[]; locale: Locale }) {
  const t = useTranslations('training.centre')
  const wanted = demand.filter(({ asking, waiting, planned }) => asking + waiting + planned > 0)
  return (
    <Section id="demand" title={t('demand')} note={t('demandNote')}>
      {wanted.length === 0 ? (
        <EmptyState icon="training" title={t('noDemand')} lead={t('noDemandLead')} />
      ) : (
        <Table
          caption={t('demand')}
          rowKey={({ trainingId }) => trainingId}
          rows={wanted}
          columns={[
            { key: 'title', title: t('training'), cell: ({ title }) => inLocale(title, locale) },
            { key: 'asking', title: t('asking'), align: 'end', cell: ({ asking }) => asking },
            { key: 'waiting', title: t('waiting'), align: 'end', cell: ({ waiting }) => waiting },
            { key: 'planned', title: t('planned'), align: 'end', cell: ({ planned }) => planned },
            { key: 'free', title: t('free'), align: 'end', cell: ({ free }) => free },
            {
              key: 'plan',
              title: t('suggestion'),
              cell: ({ toPlan, trainingId }) =>
                toPlan > 0 ? (
                  <LinkButton
                    href={`/training/centre?training=${trainingId}&times=${toPlan}#plan`}
                    size="small"
                  >
                    {t('planSessions', { count: toPlan })}
                  </LinkButton>
                ) : (
                  t('enough')
                ),
            },
          ]}
        />
      )}
    </Section>
  )
}
