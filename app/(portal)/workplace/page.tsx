import { getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { Columns } from '#components/layout/columns'
import { EmptyState } from '#components/ui/empty-state'
import { ActionForm } from '#components/ui/form'
import { LinkButton } from '#components/ui/link-button'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { FaultForm } from '#components/workplace/fault-form'
import { MyFaults } from '#components/workplace/my-faults'
import { SeatCard } from '#components/workplace/seat-card'
import { TeaForm } from '#components/workplace/tea-form'
import { TeaOrders } from '#components/workplace/tea-orders'
import { WorkplaceTabs } from '#components/workplace/workplace-tabs'
import { mayEver } from '#domain/access'
import { inLocale } from '#domain/text'
import { listChecklists } from '#server/workplace/checklist-queries'
import { mySeat } from '#server/workplace/queries'
import { teaNow, teaOrders } from '#server/workplace/tea-queries'
import { orderTeaAction, reportFaultAction, serveTeaAction, skipTeaAction, startRoundAction } from './actions'

export async function generateMetadata() {
  const t = await getTranslations('workplace')
  return { title: t('title') }
}

export default async function WorkplacePage() {
  const [{ actor }, locale, t] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('workplace'),
  ])
  const serves = mayEver(actor, 'workplace.teaOrders')
  const [{ seat, outcome, now }, { round }, checklists, orders] = await Promise.all([
    mySeat(actor, {}),
    teaNow(actor, {}),
    listChecklists(actor, {}),
    serves ? teaOrders(actor, {}) : null,
  ])
  const checks = checklists.items.filter((one) => one.kind === 'self-check')
  const last = seat?.last
  const known =
    outcome === 'never' || last?.score === null || !last
      ? undefined
      : { outcome, score: last.score, at: last.at }
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          mayEver(actor, 'workplace.planTea') && (
            <LinkButton icon="tea" href="/workplace/tea">
              {t('teaPlan.link')}
            </LinkButton>
          )
        }
      />
      <WorkplaceTabs current="seat" />
      {!seat && <EmptyState icon="seat" title={t('noSeat')} lead={t('noSeatLead')} />}
      {seat && (
        <Columns
          aside={
            <Section id="tea" title={t('tea.title')}>
              {round ? (
                <TeaForm tea={round} order={orderTeaAction} skip={skipTeaAction} />
              ) : (
                <p className="text-soft">{t('tea.none')}</p>
              )}
            </Section>
          }
        >
          {seat.closed && (
            <div className="mb-6 max-w-xl">
              <Notice tone="bad">{t('closedSeatNote')}</Notice>
            </div>
          )}
          <div className="mb-10 max-w-xl">
            <SeatCard
              now={now}
              seat={{
                code: seat.code,
                place: t('place', { room: inLocale(seat.room, locale), site: inLocale(seat.site, locale) }),
                last: known,
                openActions: seat.openActions,
              }}
              actions={
                <>
                  <LinkButton variant="quiet" icon="history" href={`/workplace/seats/${seat.workplaceId}`}>
                    {t('seatPage.history')}
                  </LinkButton>
                  <LinkButton variant="quiet" icon="measure" href="/workplace/measure">
                    {t('measure.link')}
                  </LinkButton>
                  {checks.map(({ id, title }) => {
                    const named = checks.length > 1 ? inLocale(title, locale) : t('checkSeat')
                    return (
                      <ActionForm key={id} action={startRoundAction} label={named}>
                        <input type="hidden" name="checklistId" value={id} />
                        <input type="hidden" name="workplaceId" value={seat.workplaceId} />
                        <PendingButton variant="quiet" icon="round" className="justify-self-start">
                          {named}
                        </PendingButton>
                      </ActionForm>
                    )
                  })}
                </>
              }
            />
          </div>
          <Section id="fault" title={t('faultTitle')} className="max-w-xl">
            <FaultForm report={reportFaultAction} />
          </Section>
          {seat.faults.length > 0 && (
            <Section id="faults" title={t('myFaults')}>
              <MyFaults faults={seat.faults} now={now} />
            </Section>
          )}
        </Columns>
      )}
      {orders && (
        <Section id="tea-orders" title={t('tea.orders')}>
          <TeaOrders rounds={orders.items} serve={serveTeaAction} locale={locale} />
        </Section>
      )}
    </>
  )
}
