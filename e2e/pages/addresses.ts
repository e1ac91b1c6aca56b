import type { Account } from '#e2e/fixtures'

/** A page as somebody sees it. `follow` opens the first link of that page whose address fits, for pages of one thing. */
export type Address = { path: string; as: Account | 'visitor'; follow?: RegExp }

/** Every page of the portal, each as those see it for whom it looks different. */
export const ADDRESSES: Address[] = [
  { path: '/sign-in', as: 'visitor' },
  { path: '/', as: 'operator' },
  { path: '/career', as: 'operator' },
  { path: '/career', as: 'content' },
  { path: '/career/path', as: 'operator' },
  { path: '/career/positions/mentor', as: 'operator' },
  { path: '/career', as: 'hr', follow: /^\/career\/ladders\// },
  { path: '/training', as: 'operator' },
  { path: '/training?for=next-rung', as: 'operator' },
  { path: '/training/advanced-dialogue', as: 'operator' },
  { path: '/training/data-protection', as: 'operator' },
  { path: '/ideas', as: 'operator' },
  { path: '/ideas?sort=supported', as: 'content' },
  { path: '/ideas', as: 'supervisor', follow: /^\/ideas\/\d+$/ },
  { path: '/ideas/new', as: 'operator' },
  { path: '/ideas/queue', as: 'supervisor' },
  { path: '/ideas/campaigns', as: 'hr' },
  { path: '/ideas/areas', as: 'hr' },
  { path: '/answer', as: 'visitor' },
  { path: '/recognition', as: 'operator' },
  { path: '/recognition/give', as: 'supervisor' },
  { path: '/notifications', as: 'operator' },
  { path: '/people', as: 'hr' },
  { path: '/people', as: 'hr', follow: /^\/people\/(?!new)[^/?]+$/ },
  { path: '/people/new', as: 'hr' },
  { path: '/settings', as: 'operator' },
  { path: '/settings/security', as: 'operator' },
  { path: '/settings/tokens', as: 'admin' },
  { path: '/settings/audit', as: 'hr' },
]
