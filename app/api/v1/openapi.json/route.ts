import { openApiDocument } from '#app/_next/rest/document'

export const dynamic = 'force-dynamic'

export const GET = async (): Promise<Response> => Response.json(await openApiDocument())
