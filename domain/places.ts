import { z } from 'zod'
import { localized } from '#domain/localized'
import { MARKETS } from '#domain/markets'
import { Page } from '#domain/paging'
import { isTimeZone } from '#domain/time-zones'

const Name = localized(120)
export const TimeZone = z.string().trim().min(1).max(64).refine(isTimeZone, 'timeZone')

const Ids = z.array(z.uuid()).max(50)

const SiteFacts = { name: Name, city: Name, timeZone: TimeZone }
export const AddSite = z.object(SiteFacts)
export const ChangeSite = z.object({ siteId: z.uuid(), ...SiteFacts })

const TeamFacts = { name: Name, projectId: z.uuid().optional() }
export const AddTeam = z.object({ siteId: z.uuid(), ...TeamFacts })
/** The site of a team never changes: its plans, seats and history stand there. */
export const ChangeTeam = z.object({ teamId: z.uuid(), ...TeamFacts })
export const EndTeam = z.object({ teamId: z.uuid() })

/** What is done for the client and by which instrument are two lists that never mix. */
const ProjectFacts = { name: Name, market: z.enum(MARKETS), serviceIds: Ids, channelIds: Ids }
export const AddProject = z.object(ProjectFacts)
export const ChangeProject = z.object({ projectId: z.uuid(), ...ProjectFacts })
export const EndProject = z.object({ projectId: z.uuid() })

export const AddService = z.object({ title: localized(80) })
export const AddChannel = z.object({ title: localized(80) })

export const ListTeams = Page.extend({ siteId: z.uuid().optional() })
