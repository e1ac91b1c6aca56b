import { v5 } from 'uuid'

const NAMESPACE = '5f1a7d0c-6f0e-4c57-9d1f-3b8c6a2e4d11'

/** The same id on every installation for shipped content, so that seeding twice changes nothing. */
export const referenceId = (kind: string, slug: string): string => v5(`${kind}/${slug}`, NAMESPACE)
