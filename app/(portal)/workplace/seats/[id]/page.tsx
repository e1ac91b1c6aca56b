import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { origin } from '#app/_next/origin'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Columns } from '#components/layout/columns'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { KeyValues } from '#components/ui/key-values'
import { LinkButton } from '#components/ui/link-button'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { QrCode } from '#components/ui/qr-code'
import { Section } from '#components/ui/section'
import { Time } from '#components/ui/time'
import { ActionList } from '#components/workplace/action-list'
import { EquipmentList } from '#components/workplace/equipment-list'
import { RoundList } from '#components/workplace/round-list'
import { SeatCard } from '#components/workplace/seat-card'
import { mayEver } from '#domain/access'
import { isUuid } from '#domain/ids'
import { inLocale } from '#domain/text'
import { listActions } from '#server/workplace/action-queries'
import { listRounds } from '#server/workplace/queries'
import { showSeat } from '#server/workplace/seat-page-queries'
import { putEquipmentAction, removeEquipmentAction } from '../../actions'

type Props = { params: Promise<{ id: string }> }

const NOTHING = { close: false, verify: false, assign: false, accept: false }

export async function generateMetadata() {
  const t = await getTranslations('workplace')
  return { title: t('seatColumn') }
}

export default async function SeatPage({ params }: Props) {
  const [{ actor }, { id }, locale, t, format] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('workplace'),
    getFormatter(),
  ])
  if (!isUuid(id)) notFound()
  const [{ seat, outcome, now }, rounds, actions] = await Promise.all([
    seen(showSeat(actor, { workplaceId: id })),
    listRounds(actor, { workplaceId: id, limit: 10 }),
    listActions(actor, { workplaceId: id, limit: 10 }),
  ])
  const place = t('place', { room: inLocale(seat.room, locale), site: inLocale(seat.site, locale) })
  const { last } = seat
  const known =
    outcome === 'never' || !last || last.score === null
      ? undefined
      : { outcome, score: last.score, at: last.at }
  const equips = mayEver(actor, 'workplace.equip')
  return (
    <>
      <PageHeader
        title={t('seat.title', { code: seat.code })}
        lead={place}
        above={<Breadcrumbs trail={[{ href: `/workplace/map/${seat.siteSlug}`, label: t('mapTitle') }]} />}
        actions={
          mayEver(actor, 'workplace.assignSeats') && (
            <LinkButton icon="people" href={`/workplace/seating/${seat.siteSlug}?seat=${seat.id}`}>
              {t('seating.link')}
            </LinkButton>
          )
        }
      />
      <Columns
        aside={
          <Section id="qr" title={t('seatPage.qrTitle')} note={t('seatPage.qrNote')}>
            <QrCode
              address={`${origin()}/workplace/seats/${seat.id}`}
              label={t('seatPage.qr', { code: seat.code })}
              className="w-40"
            />
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
              place: seat.people.join(', ') || t('nobody'),
              last: known,
              openActions: seat.openActions,
            }}
          />
        </div>
        <Section id="measured" title={t('measure.resultsTitle')}>
          {seat.readings.length ? (
            <KeyValues
              rows={seat.readings.map((reading) => ({
                label: t(`measure.metrics.${reading.metric as 'rtt_ms'}`),
                value: (
                  <>
                    {t(`measure.values.${reading.metric as 'rtt_ms'}`, {
                      value: format.number(reading.value, { maximumFractionDigits: 2 }),
                    })}{' '}
                    <span className="text-small text-soft">
                      <Time at={reading.at} now={now} />
                    </span>
                  </>
                ),
              }))}
            />
          ) : (
            <p className="text-soft">{t('measure.none')}</p>
          )}
        </Section>
        <Section id="equipment" title={t('equipment.title')}>
          <EquipmentList
            workplaceId={seat.id}
            equipment={seat.equipment}
            doors={equips ? { put: putEquipmentAction, remove: removeEquipmentAction } : undefined}
          />
        </Section>
        <Section id="actions" title={t('actionsTitle')}>
          {actions.items.length ? (
            <ActionList
              actions={actions.items.map((row) => ({ ...row, may: NOTHING, menders: [] }))}
              locale={locale}
              label={t('actionsTitle')}
            />
          ) : (
            <p className="text-soft">{t('seatPage.noActions')}</p>
          )}
        </Section>
        <Section id="rounds" title={t('roundsTitle')}>
          {rounds.items.length ? (
            <RoundList rounds={rounds.items} locale={locale} />
          ) : (
            <p className="text-soft">{t('noRounds')}</p>
          )}
        </Section>
      </Columns>
    </>
  )
}
