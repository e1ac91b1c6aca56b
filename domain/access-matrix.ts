import type { Permission } from '#domain/access'
import { DUTIES, ROLES, tableReach } from '#domain/access'
import { policy } from '#domain/policy'

const COLUMNS = [...ROLES, ...DUTIES]

const roomOf = (permission: string) => permission.slice(0, permission.indexOf('.'))

/** The policy as a table for people to read and reviewers to compare; made from the code, so it cannot lie. */
export function accessMatrix(): string {
  const permissions = (Object.keys(policy) as Permission[]).sort()
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const sections = [...new Set(permissions.map(roomOf))].map((room) => {
    const lines = permissions
      .filter((permission) => roomOf(permission) === room)
      .map((permission) => {
        const reaches = COLUMNS.map((role) => tableReach(permission, role))
        return row([`\`${permission}\``, ...reaches.map((reach) => (reach === 'none' ? '-' : reach))])
      })
    return [
      `## ${room}`,
      '',
      row(['may', ...COLUMNS]),
      row(['---', ...COLUMNS.map(() => '---')]),
      ...lines,
      '',
    ].join('\n')
  })
  const head = [
    '# Who may do what',
    '',
    'Generated from `domain/policy.ts` by `npm run docs`; the test run compares it. `own`: about oneself; `mentees`: those one mentors now;',
    '`team`, `site`: those the role was given for; `all`: everywhere the role was given for. A person holds the union of their roles and',
    'duties; what everybody employed may do stands in every column. A verb with only `-` is for the application itself.',
    '',
  ]
  return `${[...head, ...sections].join('\n')}`
}
