import { organisationCallback } from '#app/_next/auth'

export const GET = organisationCallback
