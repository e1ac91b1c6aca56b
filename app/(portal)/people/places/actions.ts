'use server'

import { formAction } from '#app/_next/forms'
import { addChannel } from '#server/people/add-channel'
import { addProject } from '#server/people/add-project'
import { addService } from '#server/people/add-service'
import { addSite } from '#server/people/add-site'
import { addTeam } from '#server/people/add-team'
import { changeProject } from '#server/people/change-project'
import { changeSite } from '#server/people/change-site'
import { changeTeam } from '#server/people/change-team'
import { endProject } from '#server/people/end-project'
import { endTeam } from '#server/people/end-team'

const PLACES = '/people/places'
const PROJECTS = '/people/places?show=projects'

export const addSiteAction = formAction(addSite, { said: 'siteAdded' })
export const changeSiteAction = formAction(changeSite, { to: () => PLACES })
export const addTeamAction = formAction(addTeam, { said: 'teamAdded' })
export const changeTeamAction = formAction(changeTeam, { to: () => PLACES })
export const endTeamAction = formAction(endTeam, { to: () => PLACES })
export const addProjectAction = formAction(addProject, { said: 'projectAdded' })
export const changeProjectAction = formAction(changeProject, { to: () => PROJECTS })
export const endProjectAction = formAction(endProject, { to: () => PROJECTS })
export const addServiceAction = formAction(addService, { said: 'serviceAdded' })
export const addChannelAction = formAction(addChannel, { said: 'channelAdded' })
