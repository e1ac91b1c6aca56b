import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Disclosure } from '#components/ui/disclosure'
import { EmptyState } from '#components/ui/empty-state'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { Status } from '#components/ui/status'
import { LEVELS } from '#domain/career'
import { CLUSTERS } from '#domain/competences'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type Competence = {
  id: string
  title: Text
  cluster: (typeof CLUSTERS)[number]
  retired: boolean
  asks: number
  levels: readonly { level: number; behaviour: Text; reworded: number }[]
}
type Props = {
  competences: readonly Competence[]
  locale: Locale
  /** Without them one only reads. */
  actions?: { save: FormAction; retire: FormAction }
}

/** What each level of each competence looks like, in words; whoever writes them changes them here. */
export function CompetenceList({ competences, locale, actions }: Props) {
  const t = useTranslations('career.competences')
  return (
    <>
      {competences.length === 0 && <EmptyState icon="learn" title={t('none')} lead={t('noneLead')} />}
      {CLUSTERS.map((cluster) => {
        const own = competences.filter((one) => one.cluster === cluster)
        if (own.length === 0) return null
        return (
          <Section key={cluster} id={cluster} title={t(`clusters.${cluster}`)}>
            {own.map((one) => (
              <Levels key={one.id} competence={one} locale={locale} actions={actions} />
            ))}
          </Section>
        )
      })}
      {actions && (
        <Disclosure summary={t('add')}>
          <WordsForm label={t('add')} submit={t('saveNew')} save={actions.save} />
        </Disclosure>
      )}
    </>
  )
}

function Levels({ competence, locale, actions }: { competence: Competence } & Omit<Props, 'competences'>) {
  const t = useTranslations('career')
  const { id, asks, retired, levels } = competence
  const title = inLocale(competence.title, locale)
  return (
    <Disclosure
      summary={
        <span className="flex flex-wrap items-center gap-x-3">
          {title}
          {retired && <Status>{t('competences.retired')}</Status>}
        </span>
      }
    >
      <p className="mb-3 text-small text-soft">{t('competences.asks', { count: asks })}</p>
      <ol className="rows">
        {levels.map(({ level, behaviour, reworded }) => (
          <li key={level} className="grid gap-1 py-3">
            <p className="text-small text-soft">
              {t('ladders.levelOption', { level: String(level), name: t(`levels.${level as 1}`) })}
              {reworded > 0 && ` · ${t('competences.reworded', { count: reworded })}`}
            </p>
            <p className="max-w-[72ch]">{inLocale(behaviour, locale)}</p>
          </li>
        ))}
      </ol>
      {actions && (
        <>
          <Disclosure summary={t('competences.edit', { title })}>
            <WordsForm
              label={t('competences.edit', { title })}
              submit={t('competences.save')}
              save={actions.save}
              current={competence}
            />
          </Disclosure>
          {(asks === 0 || retired) && (
            <ActionForm
              action={actions.retire}
              label={t(retired ? 'competences.restore' : 'competences.retire', { title })}
              className="block"
            >
              <input type="hidden" name="competenceId" value={id} />
              <input type="hidden" name="retired" value={retired ? '' : 'on'} />
              <PendingButton variant={retired ? 'quiet' : 'danger'} size="small">
                {t(retired ? 'competences.restoreShort' : 'competences.retireShort')}
              </PendingButton>
            </ActionForm>
          )}
        </>
      )}
    </Disclosure>
  )
}

function WordsForm({
  label,
  submit,
  save,
  current,
}: {
  label: string
  submit: string
  save: FormAction
  current?: Competence
}) {
  const t = useTranslations('career')
  const options = CLUSTERS.map((value) => ({ value, label: t(`competences.clusters.${value}`) }))
  const wordsOf = (level: number) => current?.levels.find((one) => one.level === level)?.behaviour
  return (
    <ActionForm action={save} label={label} resetWhenDone={!current} className="grid max-w-xl gap-4">
      {current && <p className="text-small text-soft">{t('competences.keeps')}</p>}
      {current && <input type="hidden" name="competenceId" value={current.id} />}
      <BilingualInput
        name="title"
        labels={{ uk: t('competences.name'), en: t('competences.nameEn') }}
        value={current?.title}
        maxLength={100}
        required
      />
      <Select
        name="cluster"
        label={t('competences.cluster')}
        options={options}
        defaultValue={current?.cluster}
        required
      />
      {LEVELS.map((level, index) => (
        <div key={level} className="grid gap-4">
          <BilingualInput
            name={`levels[${index}].behaviour`}
            labels={{
              uk: t('competences.levelUk', { level: String(level), name: t(`levels.${level}`) }),
              en: t('competences.levelEn', { level: String(level) }),
            }}
            value={wordsOf(level)}
            rows={2}
            maxLength={600}
            required
          />
        </div>
      ))}
      <PendingButton className="justify-self-start">{submit}</PendingButton>
    </ActionForm>
  )
}
