'use server'

import { formAction } from '#app/_next/forms'
import { idle } from '#components/ui/form-state'
import { givePraise } from '#server/recognition/give'
import { reactToPraise } from '#server/recognition/react'

export const givePraiseAction = formAction(givePraise, { to: ({ id }) => `/recognition#${id}` })

/** One button a sign; the own one pressed again takes it back. */
export const reactAction = async (data: FormData): Promise<void> =>
  void (await formAction(reactToPraise)(idle, data))
