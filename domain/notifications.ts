import { z } from 'zod'
import { Page } from '#domain/paging'

/** Every kind of notice; its words stand under `notices.<kind>` with its parameters. */
export const NOTICE_KINDS = [
  'account.passwordReset',
  'people.moved',
  'people.roleGranted',
  'ladder.published',
  'ladder.overrideApproved',
  'career.planOpened',
  'career.planAgreed',
  'career.planDropped',
  'career.checkedIn',
  'career.assessmentAsked',
  'career.assessed',
  'career.evidenceShown',
  'career.evidenceCounts',
  'career.opened',
  'career.applied',
  'career.decided',
  'career.releasePostponed',
  'career.refusalTalked',
  'career.acting',
  'idea.submitted',
  'idea.answered',
  'idea.commented',
  'idea.due',
  'idea.overdue',
  'idea.mentioned',
  'idea.merged',
  'idea.unmerged',
  'idea.split',
  'idea.assigned',
  'idea.returned',
  'idea.effect',
  'idea.effectDue',
  'idea.moderated',
  'idea.released',
  'idea.panel',
  'idea.panelDisputed',
  'idea.panelClosed',
  'praise.received',
  'praise.customer',
  'praise.inflated',
  'rotation.changed',
  'rotation.swapAsked',
  'rotation.swapDeclined',
  'rotation.swapAgreed',
  'rotation.swapWaits',
  'rotation.swapDone',
  'rotation.swapRefused',
  'rotation.swapImpossible',
  'training.seatFreed',
  'training.completed',
  'training.certificateRevoked',
  'workplace.actionOpened',
  'workplace.actionClosed',
  'workplace.actionReturned',
  'workplace.alarmBegun',
  'workplace.sensorAlarm',
  'workplace.actionHalf',
  'workplace.actionOverdue',
  'workplace.placeClosed',
  'workplace.placeOpened',
  'workplace.riskAccepted',
  'workplace.roundReturned',
  'workplace.roundApproved',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Good news, shown in the colour of recognition. */
export const FESTIVE_NOTICES: readonly string[] = ['praise.received', 'praise.customer']

export const ListNotices = Page.extend({ unread: z.stringbool().or(z.boolean()).optional() })

/** One notice, or all of one's own. */
export const ReadNotices = z.object({ noticeId: z.uuid().optional() })
