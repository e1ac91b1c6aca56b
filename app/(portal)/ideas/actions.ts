'use server'

import { formAction } from '#app/_next/forms'
import type { FormState } from '#components/ui/form-state'
import { idle } from '#components/ui/form-state'
import { answerIdea } from '#server/ideas/answer'
import { answerQuestion } from '#server/ideas/answer-question'
import { askNew } from '#server/ideas/ask-new'
import { closeCampaign } from '#server/ideas/close-campaign'
import { commentIdea } from '#server/ideas/comment'
import { followIdea } from '#server/ideas/follow'
import { logContact } from '#server/ideas/log-contact'
import { openCampaign } from '#server/ideas/open-campaign'
import { openPulse } from '#server/ideas/open-pulse'
import { setQuestionBudget } from '#server/ideas/set-question-budget'
import { submitIdea } from '#server/ideas/submit'
import { supportIdea } from '#server/ideas/support'
import { tapAnswer } from '#server/ideas/tap'
import { unfollowIdea } from '#server/ideas/unfollow'
import { withdrawSupport } from '#server/ideas/withdraw-support'

type Sent = { number: number; code?: string }

// An anonymous author stays where the code is shown; everybody else goes to the idea.
const sent = {
  to: ({ number, code }: Sent) => (code ? undefined : `/ideas/${number}`),
  shown: ({ code }: Sent) => (code ? { code } : undefined),
}

export const submitIdeaAction = formAction(submitIdea, sent)
export const answerQuestionAction = formAction(answerQuestion, sent)
export const commentIdeaAction = formAction(commentIdea, { said: 'commented' })
export const answerIdeaAction = formAction(answerIdea, { said: 'answered' })
export const openCampaignAction = formAction(openCampaign, { said: 'asked' })
export const closeCampaignAction = formAction(closeCampaign, { said: 'closed' })
export const logContactAction = formAction(logContact, { said: 'contactLogged' })
export const askNewAction = formAction(askNew, { said: 'contactLogged' })
export const openPulseAction = formAction(openPulse, { said: 'pulseOpened' })
export const tapAnswerAction = formAction(tapAnswer, { said: 'tapped' })
export const setQuestionBudgetAction = formAction(setQuestionBudget, { said: 'saved' })

const [joining, leaving] = [
  formAction(followIdea, { said: 'following' }),
  formAction(unfollowIdea, { said: 'notFollowing' }),
]
export const followIdeaAction = async (previous: FormState, data: FormData): Promise<FormState> =>
  (data.get('follow') === 'off' ? leaving : joining)(previous, data)

/** One button that joins or leaves; a refusal shows in the page, which is drawn afresh. */
export const voteAction = async (data: FormData): Promise<void> =>
  void (await formAction(data.get('support') === 'off' ? withdrawSupport : supportIdea)(idle, data))
