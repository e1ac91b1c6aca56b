import { readiness } from '#server/readiness'

export const dynamic = 'force-dynamic'

/** Whether to send people here: 503 with the reason while the database is away or not migrated. */
export const GET = () => {
  const answer = readiness()
  return Response.json(answer, { status: answer.ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
