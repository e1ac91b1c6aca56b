import { environment } from '#db/environment'

/** Where people reach the portal, for what is printed or read by a camera. */
export const origin = (): string => environment().appUrl
