import { z } from 'zod'
import { localized } from '#domain/localized'

const CODE = /^[\p{L}\p{N}-]{1,12}$/u

export const AddRoom = z.object({
  siteId: z.uuid(),
  code: z.string().trim().min(1).max(12),
  title: localized(80),
  /** Metres on the form, millimetres in the table. */
  width: z.coerce.number().min(1).max(200),
  depth: z.coerce.number().min(1).max(200),
})
export const AddSeat = z.object({ roomId: z.uuid(), code: z.string().trim().regex(CODE, 'format') })
export const RetireSeat = z.object({ workplaceId: z.uuid() })
const Placed = z.object({
  workplaceId: z.uuid(),
  x: z.coerce.number().int().min(0).max(200_000),
  y: z.coerce.number().int().min(0).max(200_000),
  turn: z.coerce.number().int().min(0).max(359),
})
/** Where the seats of a room stand: millimetres from its corner, and where the person faces, in degrees. */
export const ArrangeRoom = z.object({ roomId: z.uuid(), seats: z.array(Placed).min(1).max(500) })

export const EQUIPMENT_KINDS = ['headset', 'computer', 'screen', 'chair', 'phone', 'other'] as const
export const PutEquipment = z.object({
  workplaceId: z.uuid(),
  kind: z.enum(EQUIPMENT_KINDS),
  name: z.string().trim().min(2).max(120),
})
export const RemoveEquipment = z.object({ equipmentId: z.uuid() })
/** Of a room or of one seat. */
export const ScheduleRounds = z.object({
  checklistId: z.uuid(),
  roomId: z.uuid().optional(),
  workplaceId: z.uuid().optional(),
  everyDays: z.coerce.number().int().min(1).max(730),
  graceDays: z.coerce.number().int().min(0).max(60).default(3),
  startsOn: z.iso.date(),
})
export const EndSchedule = z.object({ scheduleId: z.uuid() })

export const AssignSeat = z.object({
  workplaceId: z.uuid(),
  personId: z.uuid(),
  /** People of different shifts may share a seat. */
  shared: z.boolean().default(false),
  from: z.iso.date().optional(),
})
export const FreeSeat = z.object({ workplaceId: z.uuid(), personId: z.uuid() })
export const MoveTeam = z.object({ teamId: z.uuid(), roomId: z.uuid(), from: z.iso.date().optional() })
