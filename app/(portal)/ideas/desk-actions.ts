'use server'

import { formAction } from '#app/_next/forms'
import { assignIdea } from '#server/ideas/assign'
import { convenePanel } from '#server/ideas/convene'
import { mergeIdea } from '#server/ideas/merge'
import { moderateIdea } from '#server/ideas/moderate'
import { recordEffect } from '#server/ideas/record-effect'
import { releaseReviewer } from '#server/ideas/release-reviewer'
import { scoreIdea } from '#server/ideas/score'
import { secondRound } from '#server/ideas/second-round'
import { splitIdea } from '#server/ideas/split'
import { trackIdea } from '#server/ideas/track'
import { unmergeIdea } from '#server/ideas/unmerge'

export const mergeIdeaAction = formAction(mergeIdea, { said: 'merged' })
export const unmergeIdeaAction = formAction(unmergeIdea, { said: 'unmerged' })
export const splitIdeaAction = formAction(splitIdea, { to: ({ number }) => `/ideas/${number}` })
export const assignIdeaAction = formAction(assignIdea, { said: 'assigned' })
export const trackIdeaAction = formAction(trackIdea, { said: 'saved' })
export const recordEffectAction = formAction(recordEffect, { said: 'effectRecorded' })
export const moderateIdeaAction = formAction(moderateIdea, { said: 'moderated' })
export const convenePanelAction = formAction(convenePanel, { said: 'panelConvened' })
export const scoreIdeaAction = formAction(scoreIdea, { said: 'scored' })
export const releaseReviewerAction = formAction(releaseReviewer, { said: 'reviewerReleased' })
export const secondRoundAction = formAction(secondRound, { said: 'secondRound' })
