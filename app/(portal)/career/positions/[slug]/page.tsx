import { getLocale, getTranslations } from 'next-intl/server'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { PositionAround } from '#components/career/position-around'
import { PositionAsks } from '#components/career/position-asks'
import { namesOf } from '#components/career/wording'
import { Columns } from '#components/layout/columns'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { Status } from '#components/ui/status'
import { inLocale } from '#domain/text'
import { findPosition } from '#server/career/queries'

const readPosition = once(findPosition)

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ actor }, { slug }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('layout'),
  ])
  const found = await readPosition(actor, { slug }).catch(() => undefined)
  return { title: found ? inLocale(found.position.title, locale) : t('lost.title') }
}

export default async function PositionPage({ params }: Props) {
  const [{ actor }, { slug }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('career'),
  ])
  const found = await seen(readPosition(actor, { slug }))
  const { position, requirements, words, trainings, competences, moves, others, holders, isOwn } = found
  return (
    <>
      <PageHeader
        title={inLocale(position.title, locale)}
        lead={inLocale(position.purpose, locale)}
        above={<Breadcrumbs trail={[{ href: '/career', label: t('position.above') }]} />}
        actions={
          isOwn ? (
            <Status tone="accent">{t('position.here')}</Status>
          ) : (
            <LinkButton href={`/career/path?target=${position.slug}`} variant="primary" icon="goal">
              {t('position.compare')}
            </LinkButton>
          )
        }
      />
      <Columns
        aside={
          <PositionAround
            position={position}
            holders={holders}
            ready={found.ready}
            seatsAYear={found.seatsAYear}
            moves={moves}
            others={others}
            locale={locale}
          />
        }
      >
        <PositionAsks
          requirements={requirements}
          words={words}
          trainings={trainings}
          names={namesOf(locale, competences, trainings)}
        />
      </Columns>
    </>
  )
}
