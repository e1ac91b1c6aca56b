import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { QUESTION_KINDS } from '#domain/quizzes'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import { tellsWord } from '#domain/training-numbers'
import type { CourseDesk } from '#server/training/course-desk-queries'

type Actions = Record<'setQuiz' | 'setPool' | 'addQuestion' | 'retireQuestion', FormAction>
type Props = { desk: CourseDesk; locale: Locale; actions: Actions }

/** The rules of a quiz, its pools and its questions. */
export function QuizDesk({ desk, locale, actions }: Props) {
  return (
    <>
      <Rules desk={desk} set={actions.setQuiz} />
      {desk.rules && <Pools desk={desk} set={actions.setPool} />}
      {desk.rules && <Questions desk={desk} locale={locale} actions={actions} />}
    </>
  )
}

function Rules({ desk, set }: { desk: CourseDesk; set: FormAction }) {
  const t = useTranslations('training.desk')
  const { rules } = desk
  const number = (
    name: string,
    label: string,
    value: number | null | undefined,
    max: number,
    required = true,
  ) => (
    <TextInput
      name={name}
      type="number"
      min={name === 'pauseHours' ? 0 : 1}
      max={max}
      label={label}
      defaultValue={value === null || value === undefined ? undefined : String(value)}
      required={required}
    />
  )
  return (
    <Section id="rules" title={t('rules')} note={t('rulesNote')}>
      <ActionForm action={set} label={t('rules')} resetWhenDone={false} className="grid max-w-2xl gap-5">
        <input type="hidden" name="trainingId" value={desk.id} />
        <div className="grid items-end gap-5 sm:grid-cols-2">
          {number('draw', t('draw'), rules?.draw ?? 8, 50)}
          {number('passMark', t('passMark'), rules?.passMark ?? 75, 100)}
          {number('attempts', t('attempts'), rules?.attempts ?? 3, 20)}
          {number('pauseHours', t('pauseHours'), rules?.pauseHours ?? 4, 720)}
          {number('minutes', t('limit'), rules?.minutes, 480, false)}
        </div>
        <PendingButton className="justify-self-start">{t('saveRules')}</PendingButton>
      </ActionForm>
    </Section>
  )
}

/** Themes of a quiz: an attempt takes some questions of each. */
function Pools({ desk, set }: { desk: CourseDesk; set: FormAction }) {
  const t = useTranslations('training.desk')
  const more = desk.pools.filter(({ name }) => name !== 'main')
  const form = (pool?: CourseDesk['pools'][number]) => (
    <ActionForm
      key={pool?.name ?? ''}
      action={set}
      label={pool ? `${t('savePool')}: ${pool.title ?? pool.name}` : t('addPool')}
      resetWhenDone={!pool}
      className="grid max-w-2xl items-end gap-5 sm:grid-cols-2"
    >
      <input type="hidden" name="trainingId" value={desk.id} />
      {pool && <input type="hidden" name="name" value={pool.name} />}
      <TextInput
        name="title"
        label={t('poolTitle')}
        defaultValue={pool?.title ?? pool?.name}
        maxLength={100}
        required
      />
      <TextInput
        name="draw"
        type="number"
        min={1}
        max={50}
        label={t('draw')}
        hint={pool && t('poolHas', { count: pool.questions })}
        defaultValue={String(pool?.draw ?? 2)}
        required
      />
      <PendingButton variant="quiet" size="small" className="justify-self-start">
        {pool ? t('savePool') : t('addPool')}
      </PendingButton>
    </ActionForm>
  )
  return (
    <Section id="pools" title={t('pools')} note={t('poolsNote')}>
      <div className="grid gap-6">
        {more.map(form)}
        <Disclosure summary={t('addPool')}>{form()}</Disclosure>
      </div>
    </Section>
  )
}

function Questions({ desk, locale, actions }: Props) {
  const t = useTranslations('training.desk')
  const kinds = QUESTION_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))
  const pools = desk.pools.map(({ name, title }) => ({
    value: name,
    label: title ?? (name === 'main' ? t('mainPool') : name),
  }))
  const poolOf = (name: string) => pools.find(({ value }) => value === name)?.label
  return (
    <Section id="questions" title={t('questions')} note={t('questionsNote')}>
      <ul className="rows">
        {desk.questions.map(({ id, pool, kind, prompt, options, asked, right, tells }) => (
          <li key={id} className="row flex-wrap items-start!">
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-semibold">{inLocale(prompt, locale)}</p>
              <p className="text-small text-soft">
                {[
                  t(`kinds.${kind}`),
                  pools.length > 1 && poolOf(pool),
                  t('askedTimes', { asked, share: asked ? Math.round((right / asked) * 100) : 0 }),
                  tells !== null && t(`tells.${tellsWord(tells)}`, { tells }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p className="text-small">
                {options
                  .filter((option) => option.right || kind === 'ordering' || kind === 'text')
                  .map((option) => inLocale(option, locale))
                  .join('; ')}
              </p>
            </div>
            <ActionForm
              action={actions.retireQuestion}
              label={`${t('retireQuestion')}: ${inLocale(prompt, locale)}`}
            >
              <input type="hidden" name="questionId" value={id} />
              <PendingButton variant="plain" size="small">
                {t('retireQuestion')}
              </PendingButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      <Disclosure summary={t('addQuestion')} open={desk.questions.length === 0}>
        <ActionForm action={actions.addQuestion} label={t('addQuestion')} className="grid max-w-3xl gap-5">
          <input type="hidden" name="trainingId" value={desk.id} />
          {pools.length > 1 && (
            <Select name="pool" label={t('pool')} options={pools} defaultValue="main" required />
          )}
          <Select name="kind" label={t('kind')} options={kinds} defaultValue="single" required />
          <BilingualInput
            name="prompt"
            labels={{ uk: t('promptUk'), en: t('promptEn') }}
            rows={2}
            maxLength={500}
            required
          />
          <BilingualInput
            name="options"
            labels={{ uk: t('optionsUk'), en: t('optionsEn') }}
            hints={{ uk: t('optionsHint'), en: t('optionsEnHint') }}
            rows={5}
            maxLength={4000}
            required
          />
          <BilingualInput
            name="explanation"
            labels={{ uk: t('explanationUk'), en: t('explanationEn') }}
            rows={2}
            maxLength={1000}
            required
          />
          <PendingButton className="justify-self-start">{t('addQuestion')}</PendingButton>
        </ActionForm>
      </Disclosure>
    </Section>
  )
}
