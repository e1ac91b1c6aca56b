import type { Operation } from '#app/_next/operations'
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
import { listProjects, listServices, listSites, listTeams } from '#server/people/place-queries'

export const operations: Operation[] = [
  { method: 'GET', path: '/sites', run: listSites },
  { method: 'POST', path: '/sites', run: addSite },
  { method: 'PATCH', path: '/sites/{siteId}', run: changeSite },
  { method: 'GET', path: '/teams', run: listTeams },
  { method: 'POST', path: '/teams', run: addTeam },
  { method: 'PATCH', path: '/teams/{teamId}', run: changeTeam },
  { method: 'POST', path: '/teams/{teamId}/end', run: endTeam, status: 200 },
  { method: 'GET', path: '/projects', run: listProjects },
  { method: 'POST', path: '/projects', run: addProject },
  { method: 'PATCH', path: '/projects/{projectId}', run: changeProject },
  { method: 'POST', path: '/projects/{projectId}/end', run: endProject, status: 200 },
  { method: 'GET', path: '/services', run: listServices },
  { method: 'POST', path: '/services', run: addService },
  { method: 'POST', path: '/channels', run: addChannel },
]
