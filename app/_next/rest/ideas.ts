import type { Operation } from '#app/_next/operations'
import { answerIdea } from '#server/ideas/answer'
import { answerQuestion } from '#server/ideas/answer-question'
import { currentQuestion, listAreas, listCampaigns } from '#server/ideas/campaign-queries'
import { closeCampaign } from '#server/ideas/close-campaign'
import { commentIdea } from '#server/ideas/comment'
import { showIdea } from '#server/ideas/idea-queries'
import { openArea } from '#server/ideas/open-area'
import { openCampaign } from '#server/ideas/open-campaign'
import { listIdeas, listQueue } from '#server/ideas/queries'
import { submitIdea } from '#server/ideas/submit'
import { supportIdea } from '#server/ideas/support'
import { withdrawSupport } from '#server/ideas/withdraw-support'

export const operations: Operation[] = [
  { method: 'GET', path: '/ideas', run: listIdeas },
  { method: 'POST', path: '/ideas', run: submitIdea },
  { method: 'GET', path: '/ideas/{number}', run: showIdea },
  { method: 'POST', path: '/ideas/{number}/votes', run: supportIdea },
  { method: 'DELETE', path: '/ideas/{number}/votes', run: withdrawSupport },
  { method: 'POST', path: '/ideas/{number}/comments', run: commentIdea },
  { method: 'POST', path: '/ideas/{number}/answers', run: answerIdea },
  { method: 'GET', path: '/idea-queue', run: listQueue },
  { method: 'GET', path: '/areas', run: listAreas },
  { method: 'POST', path: '/areas', run: openArea },
  { method: 'GET', path: '/campaigns', run: listCampaigns },
  { method: 'POST', path: '/campaigns', run: openCampaign },
  { method: 'GET', path: '/campaigns/current', run: currentQuestion },
  { method: 'POST', path: '/campaigns/{campaignId}/answers', run: answerQuestion },
  { method: 'POST', path: '/campaigns/{campaignId}/close', run: closeCampaign, status: 200 },
]
