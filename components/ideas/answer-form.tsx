import { useTranslations } from 'next-intl'
import { ReplyTemplates } from '#components/ideas/reply-templates'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { RadioGroup } from '#components/ui/radio-group'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import { DECISION_REASONS, DECISIONS, REPLY_MINIMUM } from '#domain/ideas'

type Props = { action: FormAction; number: number; kinds: readonly ('ack' | 'question' | 'decision')[] }

const ONLY_LATER = 'hidden group-has-[option[value=not-now]:checked]/answer:block'
const SHOWN = 'hidden gap-6 group-has-[[value=decision]:checked]/answer:grid'

/** The owner's answer. What belongs to a decision appears with it; Postgres asks for the rest. */
export function AnswerForm({ action, number, kinds }: Props) {
  const t = useTranslations('ideas')
  const only = kinds.length === 1 ? kinds[0] : undefined
  const reasons = DECISION_REASONS.filter((reason) => reason !== 'same')
  return (
    <Section id="answer" title={t('answer.title')} note={t('answer.lead')}>
      <ActionForm action={action} label={t('answer.title')} className="group/answer grid max-w-[72ch] gap-6">
        <input type="hidden" name="number" value={number} />
        {only ? (
          <input type="hidden" name="kind" value={only} />
        ) : (
          <RadioGroup
            name="kind"
            look="segmented"
            label={t('answer.kind')}
            options={kinds.map((kind) => ({ value: kind, label: t(`answer.${kind}`) }))}
            defaultValue={kinds.at(-1)}
            required
          />
        )}
        <div className={only === 'decision' ? 'grid gap-6' : SHOWN}>
          <Select
            name="state"
            label={t('answer.state')}
            options={DECISIONS.map((state) => ({ value: state, label: t(`browser.states.${state}`) }))}
            defaultValue="accepted"
            required
          />
          <Select
            name="reason"
            label={t('answer.reason')}
            options={reasons.map((reason) => ({ value: reason, label: t(`browser.reasons.${reason}`) }))}
            defaultValue="useful"
            required
          />
          <div className={ONLY_LATER}>
            <TextInput
              name="returnsOn"
              type="date"
              label={t('answer.returns')}
              hint={t('answer.returnsHint')}
            />
          </div>
        </div>
        <ReplyTemplates />
        <TextArea
          name="body"
          label={t('answer.body')}
          hint={t('answer.minimum', { minimum: REPLY_MINIMUM })}
          maxLength={4000}
          rows={4}
          required
        />
        <PendingButton className="justify-self-start">{t('answer.send')}</PendingButton>
      </ActionForm>
    </Section>
  )
}
