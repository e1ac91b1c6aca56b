import { useTranslations } from 'next-intl'
import { asked, type CareerWords, type Names } from '#components/career/wording'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Icon } from '#components/ui/icon'
import { PendingButton } from '#components/ui/pending-button'
import type { Check } from '#domain/readiness'
import type { Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Change = { position: { positionId: string; title: Text }; before: Check | null; after: Check | null }
type MoveChange = { before: { toId: string } | null; after: { toId: string } | null }
export type Changes = {
  versionId: string
  whatChanged: Text | null
  first: boolean
  requirements: Change[]
  moves: MoveChange[]
}
type Props = { changes: Changes; names: Names; acknowledge: FormAction }

const sentences = (t: CareerWords, { before, after }: Change, names: Names): string[] => {
  const phrase = (check: Check) => asked(t, check.requirement, names)
  if (before && after)
    return [t('changes.was', { what: phrase(before) }), t('changes.is', { what: phrase(after) })]
  if (after) return [t('changes.added', { what: phrase(after) })]
  return before ? [t('changes.removed', { what: phrase(before) })] : []
}

/** What a new version means for the reader, and the one button that says it was read. */
export function ChangesBanner({ changes, names, acknowledge }: Props) {
  const t = useTranslations('career')
  const { first, whatChanged, requirements, moves, versionId } = changes
  return (
    <section aria-labelledby="changes" className="card mb-8 grid gap-4">
      <h2 id="changes" className="section-title flex items-center gap-2">
        <Icon name="bell" className="text-accent" />
        {first ? t('changes.firstTitle') : t('changes.title')}
      </h2>
      <p className="max-w-[72ch]">
        {first || !whatChanged ? t('changes.firstLead') : inLocale(whatChanged, names.locale)}
      </p>
      {requirements.length + moves.length > 0 && (
        <ul className="rows">
          {requirements.map((change) => (
            <li key={(change.after ?? change.before)?.requirement.id} className="row items-start!">
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{inLocale(change.position.title, names.locale)}</span>
                {sentences(t, change, names).map((sentence) => (
                  <span key={sentence} className="block">
                    {sentence}
                  </span>
                ))}
                {change.after && (
                  <span className="block text-small text-soft">
                    {change.after.met ? t('changes.met') : t('changes.missing')}
                  </span>
                )}
              </span>
            </li>
          ))}
          {moves.map(({ before, after }) => (
            <li key={(after ?? before)?.toId} className="row">
              {after
                ? t('changes.moveAdded', { title: names.title(after.toId) })
                : t('changes.moveRemoved', { title: names.title(before?.toId ?? null) })}
            </li>
          ))}
        </ul>
      )}
      <ActionForm action={acknowledge} label={t('changes.title')} className="grid gap-2">
        <input type="hidden" name="versionId" value={versionId} />
        <PendingButton icon="check" className="justify-self-start">
          {t('changes.acknowledge')}
        </PendingButton>
      </ActionForm>
    </section>
  )
}
