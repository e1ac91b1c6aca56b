'use server'

import { formAction } from '#app/_next/forms'
import { retireTask } from '#server/rotation/retire-task'
import { writeTask } from '#server/rotation/write-task'

export const writeTaskAction = formAction(writeTask, { to: () => '/rotation/tasks' })
export const retireTaskAction = formAction(retireTask, { to: () => '/rotation/tasks' })
