import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Words } from '#components/layout/words'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { RoomEditor } from '#components/workplace/room-editor'
import { AddRoomForm, AddSeatForm, RetireSeatForm } from '#components/workplace/seating-forms'
import { can } from '#domain/access'
import { inLocale } from '#domain/text'
import { siteMap } from '#server/workplace/seat-queries'
import { addRoomAction, addSeatAction, arrangeRoomAction, retireSeatAction } from '../../actions'

type Props = { params: Promise<{ site: string }> }

export async function generateMetadata() {
  const t = await getTranslations('workplace.editor')
  return { title: t('title') }
}

export default async function EditMapPage({ params }: Props) {
  const [{ actor }, { site: asked }, locale, t, words] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('workplace.editor'),
    getTranslations('workplace'),
  ])
  const { site, rooms } = await seen(siteMap(actor, { site: asked }))
  if (!can(actor, 'workplace.editMap', { siteId: site.id })) notFound()
  return (
    <>
      <PageHeader
        title={t('named', { site: inLocale(site.name, locale) })}
        lead={t('lead')}
        above={<Breadcrumbs trail={[{ href: `/workplace/map/${site.slug}`, label: words('mapTitle') }]} />}
        actions={
          <LinkButton href={`/workplace/labels/${site.slug}`}>{words('seatPage.labelsTitle')}</LinkButton>
        }
      />
      <Words namespaces={['workplace.editor', 'ui.browser']}>
        {rooms.map((room) => {
          const title = inLocale(room.title, locale)
          return (
            <Section key={room.id} id={`room-${room.id}`} title={title}>
              {room.seats.length > 0 && (
                <RoomEditor
                  key={room.seats.map(({ id }) => id).join()}
                  roomId={room.id}
                  title={title}
                  width={room.width}
                  depth={room.depth}
                  seats={room.seats.map(({ id, code, x, y, turn }) => ({ id, code, x, y, turn }))}
                  arrange={arrangeRoomAction}
                />
              )}
              <AddSeatForm roomId={room.id} title={title} add={addSeatAction} />
              <RetireSeatForm
                title={title}
                seats={room.seats.filter(({ person }) => !person)}
                retire={retireSeatAction}
              />
            </Section>
          )
        })}
        <Section id="add-room" title={t('addRoom')}>
          <AddRoomForm siteId={site.id} add={addRoomAction} />
        </Section>
      </Words>
    </>
  )
}
