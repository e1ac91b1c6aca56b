import { useFormatter, useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon'

/** Who congratulated: how many for everybody, their names for the congratulated alone. */
export type Greeted = { count: number; mine: boolean; from: readonly string[]; own: boolean }
export type Greet = (data: FormData) => Promise<void>
type Props = {
  glad: {
    kind: 'birthday' | 'anniversary'
    person: { id: string; name: string }
    on: string
    when: 'today' | 'past' | 'soon'
    greeted: Greeted
  }
  greet?: Greet
}

/** One press congratulates, another takes it back; a day that is still to come is congratulated on when it comes. */
export function Greeting({ glad, greet }: Props) {
  const words = useTranslations('recognition.glad')
  const format = useFormatter()
  const { kind, person, on, when, greeted } = glad
  const { count, mine, from, own } = greeted
  const counted = count > 0 && <span>{words('greeted', { count })}</span>
  if (own)
    return (
      count > 0 && (
        <p className="text-small">{words('greetedYou', { count, names: format.list([...from]) })}</p>
      )
    )
  if (!greet || when === 'soon') return <p className="text-small text-soft">{counted}</p>
  return (
    <form
      action={greet}
      className="no-print mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-soft"
    >
      <input type="hidden" name="personId" value={person.id} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="on" value={on} />
      <button
        type="submit"
        name="greets"
        value={mine ? 'false' : 'true'}
        className="button aria-pressed:-ml-2 aria-pressed:text-accent"
        data-variant={mine ? 'plain' : 'quiet'}
        data-size="small"
        aria-pressed={mine}
        // What is heard begins with what is seen.
        aria-label={words(mine ? 'greetedWhom' : 'greetWhom', { name: person.name })}
      >
        <Icon name={mine ? 'check' : 'heart'} size={16} />
        {words(mine ? 'greetedByYou' : 'greet')}
      </button>
      {counted}
    </form>
  )
}
