import { useTranslations } from 'next-intl'
import type { IconName } from '#components/ui/icon'
import type { Tone } from '#components/ui/status'
import { Status } from '#components/ui/status'

export type IdeaStateName =
  | 'new'
  | 'underReview'
  | 'accepted'
  | 'planned'
  | 'inProgress'
  | 'done'
  | 'declined'
  | 'notNow'
  | 'merged'

const looks: Record<IdeaStateName, [Tone, IconName]> = {
  new: ['accent', 'idea'],
  underReview: ['accent', 'search'],
  accepted: ['good', 'check'],
  planned: ['good', 'calendar'],
  inProgress: ['good', 'wrench'],
  done: ['good', 'done'],
  declined: ['neutral', 'none'],
  notNow: ['neutral', 'time'],
  merged: ['neutral', 'forward'],
}

export function IdeaState({ state }: { state: IdeaStateName }) {
  const words = useTranslations('ideas.browser.states')
  const [tone, icon] = looks[state]
  return (
    <Status tone={tone} icon={icon}>
      {words(state)}
    </Status>
  )
}
