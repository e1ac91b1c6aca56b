import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/link-button'

/** From a person's page to praising them; nobody praises themselves or those who left. */
export function PraiseLink({ person, by }: { person: { id: string; siteId: string | null }; by: string }) {
  const t = useTranslations('people')
  if (!person.siteId || person.id === by) return null
  return (
    <LinkButton href={`/recognition/give?to=${person.id}`} icon="heart">
      {t('praise')}
    </LinkButton>
  )
}
