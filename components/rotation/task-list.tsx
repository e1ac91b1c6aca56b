import { useFormatter, useTranslations } from 'next-intl'
import { List, Row } from '#components/ui/list'
import { inLocale, type Locale, type Text } from '#domain/text'

type Task = {
  id: string
  title: Text
  project: Text | null
  hue: number
  voice: number
  eyes: number
  mind: number
  needs: { competence: Text; level: number }[]
}
type Props = { tasks: Task[]; locale: Locale; edits: boolean }

/** The tasks that people can be put on, with what each asks and how it loads. */
export function TaskList({ tasks, locale, edits }: Props) {
  const words = useTranslations('rotation.taskBook')
  const format = useFormatter()
  return (
    <List label={words('title')}>
      {tasks.map(({ id, title, project, hue, voice, eyes, mind, needs }) => (
        <Row
          key={id}
          href={edits ? `/rotation/tasks/${id}` : undefined}
          start={<span className={`board-swatch hue-${hue}`} />}
          title={inLocale(title, locale)}
          note={[
            project ? inLocale(project, locale) : words('inside'),
            words('loadsLine', { voice, eyes, mind }),
            needs.length
              ? words('needsLine', {
                  needs: format.list(
                    needs.map(({ competence, level }) =>
                      words('need', { competence: inLocale(competence, locale), level }),
                    ),
                  ),
                })
              : words('asksNothing'),
          ].join('. ')}
        />
      ))}
    </List>
  )
}
