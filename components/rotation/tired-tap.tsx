import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'

type Block = { id: string; to: string; what: string; tired: number | null }
type Props = { blocks: Block[]; now: string; say: FormAction }

const SCORES = [1, 2, 3, 4, 5] as const
const ASKED = 45 * 60_000 // ms after a block's end during which it is still asked

/** The last task that ended a short while ago, where nothing was said of it yet. */
const askedOf = (blocks: readonly Block[], now: string): Block | undefined => {
  const ended = blocks.filter(
    ({ what, to }) => what === 'task' && Date.parse(to) <= Date.parse(now) + 5 * 60_000,
  )
  const last = ended.at(-1)
  return last && Date.parse(now) - Date.parse(last.to) < ASKED && last.tired === null ? last : undefined
}

/** How tired, in one tap; nobody has to. */
export function TiredTap({ blocks, now, say }: Props) {
  const words = useTranslations('rotation.tired')
  const block = askedOf(blocks, now)
  if (!block) return null
  return (
    <ActionForm action={say} label={words('ask')} className="grid grid-cols-1 gap-2">
      <input type="hidden" name="blockId" value={block.id} />
      <p>
        {words('ask')} <span className="text-small text-soft">{words('whoSees')}</span>
      </p>
      <div className="tired">
        {SCORES.map((score) => (
          <PendingButton key={score} name="score" value={score} variant="quiet" size="small">
            {words('score', { score, word: words(`scores.${score}`) })}
          </PendingButton>
        ))}
      </div>
    </ActionForm>
  )
}
