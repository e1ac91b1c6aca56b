import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Icon } from '#components/ui/icon'
import { LinkButton } from '#components/ui/link-button'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import { AddItemMenu, SectionForm } from '#components/workplace/draft-section-forms'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Item = {
  id: string
  type: string
  title: Text
  weight: number
  critical: boolean
  perSeat: boolean
}
export type OutlineSection = { id: string; title: Text; items: Item[] }
export type OutlineDoors = Record<'setSection' | 'moveSection' | 'removeSection' | 'moveItem', FormAction>
type Props = {
  slug: string
  kind: string
  sections: readonly OutlineSection[]
  locale: Locale
  doors: OutlineDoors
}

/** A draft to be arranged: its sections and questions in their order, each with a way to change and to move it. */
export function DraftOutline({ slug, kind, sections, locale, doors }: Props) {
  return sections.map((section, at) => {
    const title = inLocale(section.title, locale)
    return (
      <Section
        key={section.id}
        id={`part-${section.id}`}
        title={title}
        action={
          <Mover
            id={section.id}
            title={title}
            move={doors.moveSection}
            first={at === 0}
            last={at === sections.length - 1}
          />
        }
      >
        <ItemRows {...{ slug, kind, section, locale, doors }} />
        <SectionForm {...{ slug, section, title, doors }} />
      </Section>
    )
  })
}

type RowsProps = Omit<Props, 'sections'> & { section: OutlineSection }

function ItemRows({ slug, kind, section, locale, doors }: RowsProps) {
  const words = useTranslations('workplace.draft')
  const template = useTranslations('workplace.template')
  return (
    <>
      {!section.items.length && <p className="text-soft">{words('emptySection')}</p>}
      <ul className="rows">
        {section.items.map((item, index) => {
          const title = inLocale(item.title, locale)
          const facts = [
            template(`types.${item.type as 'number'}`),
            template('weight', { weight: item.weight }),
            kind === 'inspection' ? template(item.perSeat ? 'perSeat' : 'perRoom') : '',
          ]
          return (
            <li key={item.id} className="row flex-wrap">
              <span className="min-w-0 flex-1 basis-60">
                <span className="block">{title}</span>
                <span className="flex flex-wrap items-center gap-x-3 text-small text-soft">
                  {facts.filter(Boolean).join(' · ')}
                  {item.critical && <Status tone="bad">{template('critical')}</Status>}
                </span>
              </span>
              <span className="ms-auto flex items-center gap-1">
                <Mover
                  id={item.id}
                  title={title}
                  move={doors.moveItem}
                  first={index === 0}
                  last={index === section.items.length - 1}
                />
                <LinkButton size="small" href={`/workplace/question/${slug}?id=${item.id}`}>
                  {words('edit')}
                  <span className="sr-only">: {title}</span>
                </LinkButton>
              </span>
            </li>
          )
        })}
      </ul>
      <AddItemMenu slug={slug} sectionId={section.id} section={inLocale(section.title, locale)} />
    </>
  )
}

type MoverProps = { id: string; title: string; move: FormAction; first: boolean; last: boolean }

/** Two buttons in one form; at an end only the one that does something. */
function Mover({ id, title, move, first, last }: MoverProps) {
  const words = useTranslations('workplace.draft')
  if (first && last) return null
  return (
    <ActionForm action={move} label={words('moveNamed', { title })} className="flex self-center">
      <input type="hidden" name="id" value={id} />
      {!first && (
        <PendingButton variant="plain" size="small" name="by" value="up" aria-label={words('up', { title })}>
          <Icon name="up" size={16} />
        </PendingButton>
      )}
      {!last && (
        <PendingButton
          variant="plain"
          size="small"
          name="by"
          value="down"
          aria-label={words('down', { title })}
        >
          <Icon name="below" size={16} />
        </PendingButton>
      )}
    </ActionForm>
  )
}
