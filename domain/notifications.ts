/** Every kind of notice; its words stand under `notices.<kind>` with its parameters. */
export const NOTICE_KINDS = [
  'people.moved',
  'people.roleGranted',
  'ladder.published',
  'idea.submitted',
  'idea.answered',
  'idea.overdue',
  'praise.received',
  'rotation.changed',
  'workplace.actionOpened',
  'workplace.actionClosed',
  'workplace.actionReturned',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]
