import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Meter } from '#components/ui/meter'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import type { Question } from '#components/workplace/round-question'
import { RoundQuestion } from '#components/workplace/round-question'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type RoundSection = { id: string; title: Text; items: Question[] }
type Props = { id: string; sections: RoundSection[]; locale: Locale; answer: FormAction; submit: FormAction }

/** A round part by part: each part is saved by itself, so that a lost connection costs one part at most. */
export function RoundForm({ id, sections, locale, answer, submit }: Props) {
  const words = useTranslations('workplace.round')
  const all = sections.flatMap((section) => section.items)
  const done = all.filter((item) => item.answer).length
  const inspection = <input type="hidden" name="inspectionId" value={id} />
  return (
    <>
      <div className="mb-8 max-w-xl">
        <Meter
          label={words('progress')}
          value={done}
          max={all.length}
          text={words('progressText', { done, all: all.length })}
        />
      </div>
      {sections.map((section) => (
        <Section
          key={section.id}
          id={`part-${section.id}`}
          title={inLocale(section.title, locale)}
          className="max-w-xl"
        >
          <ActionForm
            action={answer}
            label={inLocale(section.title, locale)}
            resetWhenDone={false}
            className="grid gap-2"
          >
            {inspection}
            {section.items.map((item, index) => (
              <RoundQuestion
                key={`${item.id}${item.answer?.revision ?? 0}`}
                question={item}
                index={index}
                locale={locale}
              />
            ))}
            <PendingButton variant="quiet" className="mt-2 justify-self-start">
              {words('saveSection')}
            </PendingButton>
          </ActionForm>
        </Section>
      ))}
      <ActionForm action={submit} label={words('submit')} className="grid max-w-xl gap-3">
        {inspection}
        <p className="text-soft">
          {words(done < all.length ? 'submitEarly' : 'submitNote', { left: all.length - done })}
        </p>
        <PendingButton icon="done" className="justify-self-start">
          {words('submit')}
        </PendingButton>
      </ActionForm>
    </>
  )
}
