'use server'

import { attemptAsStranger } from '#app/_next/forms'
import type { FormState } from '#components/ui/form-state'
import { setUp } from '#server/accounts/set-up'

export async function setUpAction(previous: FormState, data: FormData): Promise<FormState> {
  return attemptAsStranger(previous, data, setUp, '/sign-in')
}
