import { readdirSync } from 'node:fs'

/** Every address that the folders of `app/` make, as they name it: groups in brackets left out, `[id]` as it stands. */
export const pagesOfTree = (): string[] => addressesOf('page.tsx')

/** The same of what answers without being a page. */
export const routesOfTree = (): string[] => addressesOf('route.ts')

const addressesOf = (kind: 'page.tsx' | 'route.ts') =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((path) => path.split('/'))
    .filter((parts) => parts.at(-1) === kind)
    .map(
      (parts) =>
        `/${parts
          .slice(0, -1)
          .filter((part) => !part.startsWith('('))
          .join('/')}`,
    )
    .sort()
