import { useTranslations } from 'next-intl'
import type { Names } from '#components/career/wording'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { MOVE_KINDS, type Move } from '#domain/ladder-diff'
import type { Text } from '#domain/text'

type Place = { positionId: string; rung: number | null; seats: number; title: Text; purpose: Text }
export type PlaceActions = Record<
  'addPosition' | 'setWords' | 'placePosition' | 'removePosition' | 'setMove' | 'removeMove',
  FormAction
>
type Props = {
  versionId: string
  positions: readonly Place[]
  chosen: Place
  moves: readonly Move[]
  names: Names
  actions: PlaceActions
}

/** Where the chosen position of a draft stands, its moves out and in, and a way to add a position. */
export function DraftPlaces(props: Props) {
  const { versionId, chosen, names, actions } = props
  const t = useTranslations('career.ladders')
  const title = names.title(chosen.positionId)
  return (
    <Section id="place" title={t('placeOf', { title })}>
      <ActionForm
        action={actions.placePosition}
        label={t('placeOf', { title })}
        resetWhenDone={false}
        className="mb-6 grid max-w-xl gap-4 sm:grid-cols-2"
      >
        <input type="hidden" name="versionId" value={versionId} />
        <input type="hidden" name="positionId" value={chosen.positionId} />
        <TextInput
          name="rung"
          type="number"
          min={1}
          max={60}
          label={t('height')}
          hint={t('heightHint')}
          defaultValue={chosen.rung ?? undefined}
        />
        <TextInput
          name="seats"
          type="number"
          min={0}
          label={t('seats')}
          defaultValue={chosen.seats}
          required
        />
        <PendingButton variant="quiet" className="justify-self-start">
          {t('savePlace')}
        </PendingButton>
      </ActionForm>
      <Words {...props} />
      <Moves {...props} />
      <Disclosure summary={t('removePosition', { title })}>
        <ActionForm action={actions.removePosition} label={t('removePosition', { title })}>
          <p>{t('removePositionLead')}</p>
          <input type="hidden" name="versionId" value={versionId} />
          <input type="hidden" name="positionId" value={chosen.positionId} />
          <PendingButton variant="danger" className="justify-self-start">
            {t('remove')}
          </PendingButton>
        </ActionForm>
      </Disclosure>
      <AddPosition {...props} />
    </Section>
  )
}

/** What this draft calls the position and says it is for. */
function Words({ versionId, chosen, names, actions }: Props) {
  const t = useTranslations('career.ladders')
  const label = t('wordsOf', { title: names.title(chosen.positionId) })
  return (
    <Disclosure summary={label}>
      <ActionForm
        action={actions.setWords}
        label={label}
        resetWhenDone={false}
        className="grid max-w-xl gap-4"
      >
        <p className="text-soft">{t('wordsLead')}</p>
        <input type="hidden" name="versionId" value={versionId} />
        <input type="hidden" name="positionId" value={chosen.positionId} />
        <PositionWords title={chosen.title} purpose={chosen.purpose} />
        <PendingButton className="justify-self-start">{t('saveWords')}</PendingButton>
      </ActionForm>
    </Disclosure>
  )
}

function PositionWords({ title, purpose }: { title?: Text; purpose?: Text }) {
  const t = useTranslations('career.ladders')
  return (
    <>
      <BilingualInput
        name="title"
        labels={{ uk: t('titleUk'), en: t('titleEn') }}
        value={title}
        maxLength={100}
        required
      />
      <BilingualInput
        name="purpose"
        labels={{ uk: t('purposeUk'), en: t('purposeEn') }}
        value={purpose}
        rows={2}
        maxLength={1000}
        required
      />
    </>
  )
}

const useKinds = () => {
  const t = useTranslations('career')
  return MOVE_KINDS.map((kind) => ({ value: kind, label: t(`families.${kind}`) }))
}

function Moves({ versionId, positions, chosen, moves, names, actions }: Props) {
  const t = useTranslations('career.ladders')
  const kinds = useKinds()
  const labelOf = (kind: Move['kind']) => kinds.find(({ value }) => value === kind)?.label ?? ''
  const own = moves.filter(({ fromId, toId }) => [fromId, toId].includes(chosen.positionId))
  const others = positions
    .filter(({ positionId }) => positionId !== chosen.positionId)
    .map(({ positionId }) => ({ value: positionId, label: names.title(positionId) }))
  return (
    <>
      <h3 className="section-title">{t('movesOf', { title: names.title(chosen.positionId) })}</h3>
      {own.length === 0 && <p className="text-soft">{t('noMoves')}</p>}
      <ul className="rows">
        {own.map(({ fromId, toId, kind }) => {
          const ends = t('move', { from: names.title(fromId), to: names.title(toId) })
          return (
            <li key={`${fromId}/${toId}`} className="row">
              <span className="min-w-0 flex-1">
                <span className="block">{ends}</span>
                <span className="block text-small text-soft">{labelOf(kind)}</span>
              </span>
              <ActionForm action={actions.removeMove} label={t('removeNamed', { what: ends })}>
                <input type="hidden" name="versionId" value={versionId} />
                <input type="hidden" name="fromId" value={fromId} />
                <input type="hidden" name="toId" value={toId} />
                <PendingButton variant="plain" size="small">
                  {t('remove')}
                </PendingButton>
              </ActionForm>
            </li>
          )
        })}
      </ul>
      <Disclosure summary={t('addMove')}>
        <ActionForm action={actions.setMove} label={t('addMove')} className="grid max-w-xl gap-4">
          <input type="hidden" name="versionId" value={versionId} />
          <input type="hidden" name="fromId" value={chosen.positionId} />
          <Select name="toId" label={t('moveTo')} options={others} required />
          <Select name="kind" label={t('moveKind')} options={kinds} required />
          <PendingButton className="justify-self-start">{t('saveMove')}</PendingButton>
        </ActionForm>
      </Disclosure>
    </>
  )
}

function AddPosition({ versionId, actions }: Props) {
  const t = useTranslations('career.ladders')
  const kinds = useKinds()
  return (
    <Disclosure summary={t('addPosition')}>
      <ActionForm action={actions.addPosition} label={t('addPosition')} className="grid max-w-xl gap-4">
        <input type="hidden" name="versionId" value={versionId} />
        <PositionWords />
        <Select name="family" label={t('moveKind')} options={kinds} required />
        <TextInput name="rung" type="number" min={1} max={60} label={t('height')} hint={t('heightHint')} />
        <TextInput name="seats" type="number" min={0} label={t('seats')} defaultValue={0} required />
        <PendingButton icon="add" className="justify-self-start">
          {t('saveNewPosition')}
        </PendingButton>
      </ActionForm>
    </Disclosure>
  )
}
