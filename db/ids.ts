import { v4, v7 } from 'uuid'

/** A UUIDv7: later ids sort later, so lists page by them and indexes stay compact. */
export const newId = (now: Date): string => v7({ msecs: now.getTime() })

/** For what must not betray its order or its moment: anonymous things. */
export const newUnorderedId = (): string => v4()
