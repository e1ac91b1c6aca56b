import { z } from 'zod'

export const OpenWebhook = z.object({
  url: z.url({ protocol: /^https?$/ }).max(500),
  areaId: z.uuid().optional(),
})
export const CloseWebhook = z.object({ webhookId: z.uuid() })

/** Why a message did not arrive, where no HTTP status says it. `address`: it leads into a network of one's own. */
export const DELIVERY_FAULTS = ['address', 'unknown', 'unreachable', 'slow'] as const
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number]

/** Minutes until a message is tried again, after each attempt; when they are over it is given up. */
export const RETRY_MINUTES = [1, 5, 30, 120, 480, 1440] as const
