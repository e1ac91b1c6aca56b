import type { Addresses } from '#db/testing/server'

/** What a worker of the browser tests has to itself, so that two may run side by side: a server and its copy of the demo centre. */
export type Lane = Addresses & { origin: string }

/** How the set-up of the run tells its workers: the lanes in order. */
export const tellLanes = (lanes: Lane[]) => {
  process.env.E2E_LANES = JSON.stringify(lanes)
}

/** Which lane this worker runs in; one that is started after a failure takes over its predecessor's. */
export const laneNumber = () => Number(process.env.TEST_PARALLEL_INDEX ?? 0)

export function lane(): Lane {
  const lanes: Lane[] = JSON.parse(process.env.E2E_LANES ?? '[]')
  const mine = lanes[laneNumber()]
  if (!mine) throw new Error('The browser tests have no server: run them with npm run e2e')
  return mine
}
