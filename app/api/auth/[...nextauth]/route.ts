import { handlers } from '#app/_next/auth'

export const { GET, POST } = handlers
