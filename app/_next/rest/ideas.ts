import type { Operation } from '#app/_next/operations'
import { answerIdea } from '#server/ideas/answer'
import { answerQuestion } from '#server/ideas/answer-question'
import { listAnswerers } from '#server/ideas/answerer-queries'
import { listAreas } from '#server/ideas/area-queries'
import { askNew } from '#server/ideas/ask-new'
import { listAsks } from '#server/ideas/ask-queries'
import { assignIdea } from '#server/ideas/assign'
import { listAttainment } from '#server/ideas/attainment-queries'
import { currentQuestion, listCampaigns, questionHealth } from '#server/ideas/campaign-queries'
import { changeArea } from '#server/ideas/change-area'
import { closeCampaign } from '#server/ideas/close-campaign'
import { closeWebhook } from '#server/ideas/close-webhook'
import { commentIdea } from '#server/ideas/comment'
import { convenePanel } from '#server/ideas/convene'
import { exportIdeas } from '#server/ideas/export-queries'
import { followIdea } from '#server/ideas/follow'
import { showIdea } from '#server/ideas/idea-queries'
import { logContact } from '#server/ideas/log-contact'
import { findCallable } from '#server/ideas/mention-queries'
import { mergeIdea } from '#server/ideas/merge'
import { moderateIdea } from '#server/ideas/moderate'
import { openArea } from '#server/ideas/open-area'
import { openCampaign } from '#server/ideas/open-campaign'
import { openPulse } from '#server/ideas/open-pulse'
import { openWebhook } from '#server/ideas/open-webhook'
import { listPanelTasks, listRanking, showPanel } from '#server/ideas/panel-queries'
import { listPulses, openPulses } from '#server/ideas/pulse-queries'
import { listEffectsDue, listIdeas, listQueue } from '#server/ideas/queries'
import { recordEffect } from '#server/ideas/record-effect'
import { releaseReviewer } from '#server/ideas/release-reviewer'
import { retireArea } from '#server/ideas/retire-area'
import { scoreIdea } from '#server/ideas/score'
import { secondRound } from '#server/ideas/second-round'
import { setQuestionBudget } from '#server/ideas/set-question-budget'
import { splitIdea } from '#server/ideas/split'
import { submitIdea } from '#server/ideas/submit'
import { supportIdea } from '#server/ideas/support'
import { tapAnswer } from '#server/ideas/tap'
import { trackIdea } from '#server/ideas/track'
import { unfollowIdea } from '#server/ideas/unfollow'
import { unmergeIdea } from '#server/ideas/unmerge'
import { listWebhooks } from '#server/ideas/webhook-queries'
import { withdrawSupport } from '#server/ideas/withdraw-support'

export const operations: Operation[] = [
  { method: 'GET', path: '/ideas', run: listIdeas },
  { method: 'POST', path: '/ideas', run: submitIdea },
  { method: 'GET', path: '/ideas/{number}', run: showIdea },
  { method: 'POST', path: '/ideas/{number}/votes', run: supportIdea },
  { method: 'DELETE', path: '/ideas/{number}/votes', run: withdrawSupport },
  { method: 'POST', path: '/ideas/{number}/comments', run: commentIdea },
  { method: 'POST', path: '/ideas/{number}/answers', run: answerIdea },
  { method: 'PUT', path: '/ideas/{number}/follow', run: followIdea },
  { method: 'DELETE', path: '/ideas/{number}/follow', run: unfollowIdea },
  { method: 'POST', path: '/ideas/{number}/merge', run: mergeIdea, status: 200 },
  { method: 'POST', path: '/ideas/{number}/unmerge', run: unmergeIdea, status: 200 },
  { method: 'POST', path: '/ideas/{number}/parts', run: splitIdea },
  { method: 'PUT', path: '/ideas/{number}/owner', run: assignIdea },
  { method: 'PUT', path: '/ideas/{number}/tracker', run: trackIdea },
  { method: 'POST', path: '/ideas/{number}/effect', run: recordEffect },
  { method: 'POST', path: '/ideas/{number}/moderations', run: moderateIdea },
  { method: 'GET', path: '/ideas/{number}/panel', run: showPanel },
  { method: 'POST', path: '/ideas/{number}/panel', run: convenePanel },
  { method: 'POST', path: '/panels/{panelId}/scores', run: scoreIdea },
  { method: 'POST', path: '/panels/{panelId}/second-round', run: secondRound, status: 200 },
  { method: 'POST', path: '/panels/{panelId}/releases', run: releaseReviewer },
  { method: 'GET', path: '/panels/tasks', run: listPanelTasks },
  { method: 'GET', path: '/panels/ranking', run: listRanking },
  { method: 'GET', path: '/idea-queue', run: listQueue },
  { method: 'GET', path: '/idea-queue/effects', run: listEffectsDue },
  { method: 'GET', path: '/idea-answerers', run: listAnswerers },
  { method: 'GET', path: '/areas', run: listAreas },
  { method: 'POST', path: '/areas', run: openArea },
  { method: 'PUT', path: '/areas/{areaId}', run: changeArea },
  { method: 'DELETE', path: '/areas/{areaId}', run: retireArea },
  { method: 'GET', path: '/areas/attainment', run: listAttainment },
  { method: 'GET', path: '/idea-asks', run: listAsks },
  { method: 'POST', path: '/idea-asks', run: askNew },
  { method: 'POST', path: '/ideas/{number}/contacts', run: logContact },
  { method: 'GET', path: '/idea-export', run: exportIdeas },
  { method: 'GET', path: '/idea-webhooks', run: listWebhooks },
  { method: 'POST', path: '/idea-webhooks', run: openWebhook },
  { method: 'DELETE', path: '/idea-webhooks/{webhookId}', run: closeWebhook },
  { method: 'GET', path: '/ideas/{number}/callable', run: findCallable },
  { method: 'GET', path: '/pulses', run: listPulses },
  { method: 'GET', path: '/pulses/open', run: openPulses },
  { method: 'POST', path: '/pulses', run: openPulse },
  { method: 'GET', path: '/campaigns', run: listCampaigns },
  { method: 'POST', path: '/campaigns', run: openCampaign },
  { method: 'GET', path: '/campaigns/current', run: currentQuestion },
  { method: 'POST', path: '/campaigns/{campaignId}/answers', run: answerQuestion },
  { method: 'PUT', path: '/campaigns/{campaignId}/tap', run: tapAnswer },
  { method: 'GET', path: '/campaigns/health', run: questionHealth },
  { method: 'PUT', path: '/campaigns/budget', run: setQuestionBudget },
  { method: 'POST', path: '/campaigns/{campaignId}/close', run: closeCampaign, status: 200 },
]
