'use server'

import { formAction } from '#app/_next/forms'
import { orderTea } from '#server/workplace/order-tea'
import { skipTea } from '#server/workplace/skip-tea'

export const orderTeaAction = formAction(orderTea, { said: 'teaOrdered' })
export const skipTeaAction = formAction(skipTea, { said: 'teaSkipped' })
