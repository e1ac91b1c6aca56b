import { useFormatter, useTranslations } from 'next-intl'
import { ReleasedList, ReleaseForm } from '#components/ideas/release-form'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import type { PersonChoice } from '#components/ui/person-picker'
import { RadioGroup } from '#components/ui/radio-group'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import { Table } from '#components/ui/table'
import { CRITERIA, type Criterion, type RELEASE_REASONS } from '#domain/idea-panel'

type Round = {
  round: number
  scores: ({ personId: string; name: string } & Record<Criterion, number>)[]
  spread: Record<Criterion, number>
  mean: number
  lower: number
}
type Released = {
  name: string
  replacement: string | null
  round: number
  reason: (typeof RELEASE_REASONS)[number]
}
type Panel = {
  id: string
  state: 'scoring' | 'discussion' | 'closed'
  round: number
  reviewers: readonly { id: string; name: string; scored: boolean }[]
  asked: boolean
  rounds: readonly Round[]
  released: readonly Released[]
}
type Props = {
  panel: Panel
  score: FormAction
  again?: FormAction
  release?: FormAction
  /** Who may take a seat that is given up. */
  people: PersonChoice[]
}

/** What an idea is worth: one's own score first, the others' only after it. */
export function PanelSection({ panel, score, again, release, people }: Props) {
  const t = useTranslations('ideas.panel')
  const format = useFormatter()
  const silent = panel.reviewers.filter((reviewer) => !reviewer.scored)
  const scored = panel.reviewers.length - silent.length
  return (
    <Section id="panel" title={t('title')} note={t('lead')}>
      <div className="grid gap-6">
        <p className="flex flex-wrap items-center gap-3">
          <Status tone={panel.state === 'closed' ? 'good' : 'accent'}>{t(`states.${panel.state}`)}</Status>
          <span className="text-soft">
            {t('scored', { scored, of: panel.reviewers.length, round: panel.round })}
          </span>
        </p>
        {panel.state === 'scoring' && silent.length > 0 && (
          <p>{t('waiting', { names: format.list(silent.map(({ name }) => name)) })}</p>
        )}
        {panel.rounds.map((round) => (
          <RoundTable key={round.round} round={round} />
        ))}
        {panel.asked && <ScoreForm panelId={panel.id} round={panel.round} score={score} />}
        {panel.released.length > 0 && <ReleasedList released={panel.released} />}
        {panel.state === 'scoring' && release && silent.length > 0 && (
          <ReleaseForm panelId={panel.id} silent={silent} people={people} release={release} />
        )}
        {panel.state === 'discussion' && <Notice tone="warn">{t('discuss')}</Notice>}
        {panel.state === 'discussion' && again && (
          <ActionForm action={again} label={t('again')}>
            <input type="hidden" name="panelId" value={panel.id} />
            <PendingButton variant="quiet" className="justify-self-start">
              {t('again')}
            </PendingButton>
          </ActionForm>
        )}
      </div>
    </Section>
  )
}

function ScoreForm({ panelId, round, score }: { panelId: string; round: number; score: FormAction }) {
  const t = useTranslations('ideas.panel')
  const marks = [1, 2, 3, 4, 5].map((mark) => ({ value: String(mark), label: String(mark) }))
  return (
    <ActionForm action={score} label={t('yours', { round })} className="card grid max-w-[72ch] gap-6">
      <input type="hidden" name="panelId" value={panelId} />
      {CRITERIA.map((criterion) => (
        <RadioGroup
          key={criterion}
          name={criterion}
          look="segmented"
          label={t(`criteria.${criterion}`)}
          hint={t(`hints.${criterion}`)}
          options={marks}
          required
        />
      ))}
      <p className="text-soft">{t('locked')}</p>
      <PendingButton className="justify-self-start">{t('lock')}</PendingButton>
    </ActionForm>
  )
}

function RoundTable({ round }: { round: Round }) {
  const t = useTranslations('ideas.panel')
  const format = useFormatter()
  const one = (value: number) => format.number(value, { maximumFractionDigits: 1 })
  return (
    <div className="grid gap-2">
      <Table
        caption={t('roundOf', { round: round.round })}
        showCaption
        columns={[
          { key: 'name', title: t('reviewer'), cell: (row: Round['scores'][number]) => row.name },
          ...CRITERIA.map((criterion) => ({
            key: criterion,
            title: t(`criteria.${criterion}`),
            align: 'end' as const,
            cell: (row: Round['scores'][number]) => row[criterion],
          })),
        ]}
        rows={round.scores}
        rowKey={(row) => row.personId}
      />
      <p className="text-soft">
        {t('spread', {
          impact: one(round.spread.impact),
          reach: one(round.spread.reach),
          effort: one(round.spread.effort),
        })}
      </p>
      <p>{t('worth', { mean: one(round.mean), lower: one(round.lower) })}</p>
    </div>
  )
}
