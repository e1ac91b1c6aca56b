import { useFormatter, useTranslations } from 'next-intl'
import { List, Row } from '#components/ui/list'
import { inLocale, type Locale, type Text } from '#domain/text'

type Task = {
  id: string
  title: Text
  project: Text | null
  projectId: string | null
  hue: number
  voice: number
  eyes: number
  mind: number
  needs: { competence: Text; level: number }[]
  mine: boolean
}
type Props = { tasks: Task[]; locale: Locale }

/** Neighbours of one project, as the list is ordered. */
const byProject = (tasks: readonly Task[]): [Task, ...Task[]][] => {
  const groups: [Task, ...Task[]][] = []
  for (const task of tasks) {
    const last = groups.at(-1)
    if (last?.[0].projectId === task.projectId) last.push(task)
    else groups.push([task])
  }
  return groups
}

/** The tasks that people can be put on, a project after another, with what each asks and how it loads. */
export function TaskList({ tasks, locale }: Props) {
  const words = useTranslations('rotation.taskBook')
  const format = useFormatter()
  const needsOf = (needs: Task['needs']) =>
    format.list(
      needs.map(({ competence, level }) =>
        words('need', { competence: inLocale(competence, locale), level }),
      ),
    )
  return (
    <div className="grid gap-10">
      {byProject(tasks).map((group) => {
        const [{ projectId, project }] = group
        const name = project ? inLocale(project, locale) : words('inside')
        return (
          <section key={projectId ?? ''} aria-label={name} className="grid gap-2">
            <h2 className="section-title">{name}</h2>
            <List>
              {group.map(({ id, title, hue, voice, eyes, mind, needs, mine }) => (
                <Row
                  key={id}
                  href={mine ? `/rotation/tasks/${id}` : undefined}
                  start={<span className={`board-swatch hue-${hue}`} />}
                  title={inLocale(title, locale)}
                  note={[
                    words('loadsLine', { voice, eyes, mind }),
                    needs.length ? words('needsLine', { needs: needsOf(needs) }) : words('asksNothing'),
                  ].join('. ')}
                />
              ))}
            </List>
          </section>
        )
      })}
    </div>
  )
}
