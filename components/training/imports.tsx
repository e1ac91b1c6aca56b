import { useTranslations } from 'next-intl'
import type { FormAction } from '#components/ui/form-state'
import { Section } from '#components/ui/section'
import { SheetForm } from '#components/ui/sheet-form'
import { COMPLETION_COLUMNS, SESSION_COLUMNS, TRAINING_COLUMNS } from '#domain/training-sheet'

type Props = { actions: Record<'trainings' | 'sessions' | 'completions', FormAction> }

const COLUMNS = {
  trainings: Object.keys(TRAINING_COLUMNS),
  sessions: Object.keys(SESSION_COLUMNS),
  completions: Object.keys(COMPLETION_COLUMNS),
}

/** Three sheets, each tried before it is taken. */
export function Imports({ actions }: Props) {
  const t = useTranslations('training.imports')
  return (['trainings', 'sessions', 'completions'] as const).map((kind) => (
    <Section key={kind} id={kind} title={t(kind)} note={t(`notes.${kind}`)}>
      <SheetForm label={t(kind)} columns={COLUMNS[kind]} action={actions[kind]} />
    </Section>
  ))
}
