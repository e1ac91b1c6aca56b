import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link'

const ACCOUNTS = [
  'operator',
  'content',
  'mentor',
  'supervisor',
  'other-supervisor',
  'head',
  'hr',
  'admin',
] as const
const PASSWORD = 'sviato-demo'

/** Only where the demo centre lives: who one can be here, each a link that fills the address in. */
export function DemoAccounts({ chosen }: { chosen?: string }) {
  const t = useTranslations('accounts')
  return (
    <section aria-labelledby="demo" className="grid gap-2">
      <h2 id="demo" className="font-semibold">
        {t('demo.title')}
      </h2>
      <p className="text-small text-soft">
        {t.rich('demo.lead', { password: PASSWORD, code: (chunks) => <code>{chunks}</code> })}
      </p>
      <ul className="grid gap-1 text-small">
        {ACCOUNTS.map((account) => (
          <li key={account}>
            <Link href={`/sign-in?as=${account}`} aria-current={account === chosen ? 'true' : undefined}>
              {`${account}@sviato.test`}
            </Link>{' '}
            <span className="text-soft">{t(`demo.${account}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
