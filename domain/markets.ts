/** Whom a client project serves: people or companies. */
export const MARKETS = ['b2c', 'b2b'] as const
