import type { FormState } from '#components/ui/form-state'
import { Icon } from '#components/ui/icon'

/** The refusal in words; with several wrong fields also a list that leads to each. */
export function FormErrors({ id, state }: { id: string; state: FormState }) {
  const wrong = Object.entries(state.fields ?? {})
  return (
    <div role="alert" data-form-errors tabIndex={-1} className="empty:absolute">
      {state.status === 'refused' && state.message && (
        <div className="notice" data-tone="bad">
          <Icon name="alert" className="mt-0.5" />
          <div className="notice-body grid gap-1">
            <p className="font-semibold">{state.message}</p>
            {wrong.length > 1 && (
              <ul className="grid gap-1">
                {wrong.map(([name, message]) => (
                  <li key={name}>
                    <a className="link" href={`#${id}-${name}`}>
                      {message}
                    </a>
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
