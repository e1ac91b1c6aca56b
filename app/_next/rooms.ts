import type { IconName } from '#components/ui/icon-names'
import type { Actor, Permission } from '#domain/access'
import { mayEver } from '#domain/access'

type Room = { key: RoomKey; href: string; icon: IconName; needs?: Permission }
export type RoomKey =
  | 'day'
  | 'career'
  | 'training'
  | 'rotation'
  | 'ideas'
  | 'recognition'
  | 'workplace'
  | 'people'
  | 'audit'

const ROOMS: Room[] = [
  { key: 'day', href: '/', icon: 'day' },
  { key: 'career', href: '/career', icon: 'career' },
  { key: 'ideas', href: '/ideas', icon: 'idea' },
  { key: 'recognition', href: '/recognition', icon: 'star' },
  { key: 'rotation', href: '/rotation', icon: 'rotation' },
  { key: 'training', href: '/training', icon: 'training' },
  { key: 'workplace', href: '/workplace', icon: 'seat' },
  { key: 'people', href: '/people', icon: 'people' },
  { key: 'audit', href: '/settings/audit', icon: 'shield', needs: 'audit.list' },
]

/** The rooms a person may enter, the most used first. */
export const roomsFor = (actor: Actor): Room[] => ROOMS.filter(({ needs }) => !needs || mayEver(actor, needs))
