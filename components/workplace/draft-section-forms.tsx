import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { Menu } from '#components/ui/menu'
import { PendingButton } from '#components/ui/pending-button'
import { ITEM_TYPES } from '#domain/checklist-item'
import type { Text } from '#domain/text'

/** The type is chosen first: it never changes, and the form then asks only what belongs to it. */
export function AddItemMenu({
  slug,
  sectionId,
  section,
}: {
  slug: string
  sectionId: string
  section: string
}) {
  const words = useTranslations('workplace.draft')
  const template = useTranslations('workplace.template')
  return (
    <div className="mt-2">
      <Menu
        id={`add-${sectionId}`}
        name={words('addItemTo', { section })}
        opener={
          <span aria-hidden="true" className="inline-flex items-center gap-2">
            <Icon name="add" size={16} />
            {words('addItem')}
          </span>
        }
      >
        {ITEM_TYPES.map((type) => (
          <Link
            key={type}
            className="menu-item"
            href={`/workplace/question/${slug}?section=${sectionId}&type=${type}`}
          >
            {template(`types.${type}`)}
          </Link>
        ))}
      </Menu>
    </div>
  )
}

type Doors = Record<'setSection' | 'removeSection', FormAction>
type Props = {
  slug: string
  section: { id: string; title: Text; items: readonly unknown[] }
  title: string
  doors: Doors
}

export function SectionForm({ slug, section, title, doors }: Props) {
  const words = useTranslations('workplace.draft')
  return (
    <Disclosure
      summary={
        <span>
          {words('rename')}
          <span className="sr-only">: {title}</span>
        </span>
      }
    >
      <ActionForm
        action={doors.setSection}
        label={`${words('rename')}: ${title}`}
        resetWhenDone={false}
        className="grid max-w-xl gap-4"
      >
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="sectionId" value={section.id} />
        <SectionNames title={section.title} />
        <PendingButton className="justify-self-start">{words('renameNow')}</PendingButton>
      </ActionForm>
      {!section.items.length && (
        <ActionForm
          action={doors.removeSection}
          label={`${words('removeSection')}: ${title}`}
          className="mt-4"
        >
          <input type="hidden" name="id" value={section.id} />
          <PendingButton variant="danger">{words('removeSection')}</PendingButton>
        </ActionForm>
      )}
    </Disclosure>
  )
}

function SectionNames({ title }: { title?: Text }) {
  const words = useTranslations('workplace.draft')
  return (
    <BilingualInput
      name="title"
      labels={{ uk: words('sectionUk'), en: words('sectionEn') }}
      value={title}
      maxLength={120}
      required
    />
  )
}

export function AddSectionForm({ slug, open, add }: { slug: string; open: boolean; add: FormAction }) {
  const words = useTranslations('workplace.draft')
  return (
    <Disclosure summary={words('addSection')} open={open}>
      <ActionForm action={add} label={words('addSection')} className="grid max-w-xl gap-4">
        <input type="hidden" name="slug" value={slug} />
        <SectionNames />
        <PendingButton icon="add" className="justify-self-start">
          {words('addSection')}
        </PendingButton>
      </ActionForm>
    </Disclosure>
  )
}
