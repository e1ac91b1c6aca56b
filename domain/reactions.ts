/** How somebody joins in with a praise. */
export const REACTIONS = ['clap', 'heart', 'strength'] as const
