import { useTranslations } from 'next-intl'
import type { IconName } from '#components/ui/icon-names'
import { Status, type Tone } from '#components/ui/status'
import type { IdeaState as State } from '#domain/ideas'

const looks: Record<State, [Tone, IconName]> = {
  new: ['accent', 'idea'],
  'under-review': ['accent', 'search'],
  accepted: ['good', 'check'],
  planned: ['good', 'calendar'],
  'in-progress': ['good', 'wrench'],
  done: ['good', 'done'],
  declined: ['neutral', 'none'],
  'not-now': ['neutral', 'time'],
  merged: ['neutral', 'forward'],
}

export function IdeaState({ state }: { state: State }) {
  const words = useTranslations('ideas.browser.states')
  const [tone, icon] = looks[state]
  return (
    <Status tone={tone} icon={icon}>
      {words(state)}
    </Status>
  )
}
