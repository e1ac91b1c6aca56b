import { useTranslations } from 'next-intl'
import { RequirementForm } from '#components/career/requirement-form'
import { asked, type Names } from '#components/career/wording'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { LinkTabs } from '#components/ui/link-tabs'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import type { Requirement } from '#domain/readiness'
import { REQUIREMENT_KINDS } from '#domain/readiness'
import type { Text } from '#domain/text'

type Place = { positionId: string; slug: string; title: Text }
type Titled = { id: string; title: Text }
type Actions = { setRequirement: FormAction; removeRequirement: FormAction }
/** Of whom the position is open to: how many meet a requirement, and how many lack it alone. */
type Weight = { requirementId: string; met: number; of: number; only: number }
type Props = {
  versionId: string
  positions: readonly Place[]
  chosen: Place
  requirements: readonly Requirement[]
  competences: readonly Titled[]
  trainings: readonly Titled[]
  names: Names
  weights?: readonly Weight[]
  addressOf: (slug: string) => string
  /** Without them the position is only read. */
  actions?: Actions
}

/** The requirements of one position of a version; in a draft each can be changed, removed, or another one added. */
export function DraftEditor(props: Props) {
  const { positions, chosen, requirements, names, addressOf, actions } = props
  const t = useTranslations('career')
  const tabs = positions.map(({ positionId, slug }) => ({
    href: addressOf(slug),
    label: names.title(positionId),
    current: positionId === chosen.positionId,
  }))
  const title = t('ladders.requirementsOf', { title: names.title(chosen.positionId) })
  return (
    <Section id="requirements" title={title}>
      <LinkTabs label={t('ladders.choose')} tabs={tabs} />
      {requirements.length === 0 && <p className="text-soft">{t('ladders.noRequirements')}</p>}
      <ul className="rows">
        {requirements.map((requirement) => (
          <li key={requirement.id} className="row items-start!">
            <div className="min-w-0 flex-1">
              <p>{asked(t, requirement, names)}</p>
              <p className="text-small text-soft">{requirement.hard ? t('hard') : t('soft')}</p>
              <WeightLine
                weight={props.weights?.find(({ requirementId }) => requirementId === requirement.id)}
                requirement={requirement}
              />
              {actions && <Change {...props} actions={actions} requirement={requirement} />}
            </div>
          </li>
        ))}
      </ul>
      {actions && <Add {...props} actions={actions} />}
    </Section>
  )
}

function WeightLine({ weight, requirement }: { weight?: Weight; requirement: Requirement }) {
  const t = useTranslations('career.consequences')
  if (!weight?.of || requirement.kind === 'approval') return null
  const { met, of, only } = weight
  const said = t('metBy', { met, of })
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-small text-soft">
      {said}
      {met === of && <Status tone="neutral">{t('everybody')}</Status>}
      {met === 0 && <Status tone="warn">{t('nobody')}</Status>}
      {requirement.hard && only > 0 && <Status tone="accent">{t('ifSoft', { count: only })}</Status>}
    </p>
  )
}

type Editing = Props & { actions: Actions }

function Change({ requirement, actions, ...props }: Editing & { requirement: Requirement }) {
  const t = useTranslations('career')
  const what = asked(t, requirement, props.names)
  return (
    <Disclosure
      summary={
        <span>
          {t('ladders.edit')}
          <span className="sr-only">: {what}</span>
        </span>
      }
    >
      <div className="grid gap-6">
        <RequirementForm
          {...props}
          positionId={props.chosen.positionId}
          kind={requirement.kind}
          current={requirement}
          label={t('ladders.editNamed', { what })}
          save={actions.setRequirement}
        />
        <ActionForm action={actions.removeRequirement} label={t('ladders.removeNamed', { what })}>
          <input type="hidden" name="requirementId" value={requirement.id} />
          <PendingButton variant="danger" className="justify-self-start">
            {t('ladders.remove')}
          </PendingButton>
        </ActionForm>
      </div>
    </Disclosure>
  )
}

function Add({ actions, ...props }: Editing) {
  const t = useTranslations('career.ladders')
  return (
    <div className="mt-6">
      <h3 className="section-title">{t('add')}</h3>
      {REQUIREMENT_KINDS.map((kind) => (
        <Disclosure key={kind} summary={t(`kinds.${kind}`)}>
          <RequirementForm
            {...props}
            positionId={props.chosen.positionId}
            kind={kind}
            label={`${t('add')}: ${t(`kinds.${kind}`)}`}
            save={actions.setRequirement}
          />
        </Disclosure>
      ))}
    </div>
  )
}
