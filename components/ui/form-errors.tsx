import type { FormState } from '#components/ui/form-state'
import { Icon } from '#components/ui/icon'

/** A row of a sheet that was given: no control of the form shows its fault. */
const isRow = (name: string): boolean => name.startsWith('rows.')

/** The refusal in words; with several wrong fields also a list that leads to each, and every wrong row of a sheet. */
export function FormErrors({ id, state }: { id: string; state: FormState }) {
  const wrong = Object.entries(state.fields ?? {})
  return (
    <div role="alert" data-form-errors tabIndex={-1} className="empty:absolute">
      {state.status === 'refused' && state.message && (
        <div className="notice" data-tone="bad">
          <Icon name="alert" className="mt-0.5" />
          <div className="notice-body grid gap-1">
            <p className="font-semibold">{state.message}</p>
            {(wrong.length > 1 || wrong.some(([name]) => isRow(name))) && (
              <ul className="grid gap-1">
                {wrong.map(([name, message]) => (
                  <li key={name}>
                    {isRow(name) ? (
                      message
                    ) : (
                      <a className="link" href={`#${id}-${name}`}>
                        {message}
                      </a>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      )}
    </div>
  )
}
