import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { PendingButton } from '#components/ui/pending-button'

type New = { add: FormAction; title: string; lead?: string; children: ReactNode }
type Known = {
  change: FormAction
  end?: { action: FormAction; label: string; lead: string }
  name: string
  hidden: Record<string, string>
  /** The same page with nothing open for change. */
  back: string
  children: ReactNode
}

const Hidden = ({ of }: { of: Record<string, string> }) =>
  Object.entries(of).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)

/** The form of a new place, or those of one that is being changed: the same fields, an own door. */
export function PlaceForms(props: New | Known) {
  return 'add' in props ? <NewPlace {...props} /> : <KnownPlace {...props} />
}

function NewPlace({ add, title, lead, children }: New) {
  const t = useTranslations('people.places')
  return (
    <div className="mt-4">
      <Disclosure summary={title}>
        <ActionForm action={add} label={title} className="grid max-w-xl gap-6">
          {lead && <p className="text-soft">{lead}</p>}
          {children}
          <PendingButton icon="add" className="justify-self-start">
            {t('addNow')}
          </PendingButton>
        </ActionForm>
      </Disclosure>
    </div>
  )
}

function KnownPlace({ change, end, name, hidden, back, children }: Known) {
  const t = useTranslations('people.places')
  return (
    <div className="grid max-w-xl gap-6 py-2">
      <ActionForm action={change} label={t('changeNamed', { name })} resetWhenDone={false}>
        <Hidden of={hidden} />
        {children}
        <div className="flex flex-wrap items-center gap-4">
          <PendingButton>{t('save')}</PendingButton>
          <Link href={back} className="link">
            {t('leave')}
          </Link>
        </div>
      </ActionForm>
      {end && (
        <ActionForm
          action={end.action}
          label={`${end.label}: ${name}`}
          className="grid gap-3 border-t border-line pt-4"
        >
          <Hidden of={hidden} />
          <p className="text-small text-soft">{end.lead}</p>
          <PendingButton variant="danger" className="justify-self-start">
            {end.label}
          </PendingButton>
        </ActionForm>
      )}
    </div>
  )
}
