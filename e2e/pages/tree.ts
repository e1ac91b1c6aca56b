import { readdirSync } from 'node:fs'

/** Every page that the folders of `app/` make, as they name it: groups in brackets left out, `[id]` as it stands. */
export const pagesOfTree = (): string[] =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((path) => path.split('/'))
    .filter((parts) => parts.at(-1) === 'page.tsx')
    .map(
      (parts) =>
        `/${parts
          .slice(0, -1)
          .filter((part) => !part.startsWith('('))
          .join('/')}`,
    )
    .sort()
