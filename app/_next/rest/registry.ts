import type { Operation } from '#app/_next/operations'
import { operations as career } from '#app/_next/rest/career'
import { operations as checklists } from '#app/_next/rest/checklists'
import { operations as files } from '#app/_next/rest/files'
import { operations as ideas } from '#app/_next/rest/ideas'
import { operations as organisation } from '#app/_next/rest/organisation'
import { operations as people } from '#app/_next/rest/people'
import { operations as places } from '#app/_next/rest/places'
import { operations as recognition } from '#app/_next/rest/recognition'
import { operations as rotation } from '#app/_next/rest/rotation'
import { operations as settings } from '#app/_next/rest/settings'
import { operations as training } from '#app/_next/rest/training'
import { operations as workplace } from '#app/_next/rest/workplace'

/** Every operation of /api/v1, room by room. */
export const operations: readonly Operation[] = [
  ...career,
  ...checklists,
  ...files,
  ...ideas,
  ...organisation,
  ...people,
  ...places,
  ...recognition,
  ...rotation,
  ...settings,
  ...training,
  ...workplace,
]
