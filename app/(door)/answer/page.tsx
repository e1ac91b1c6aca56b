import { getLocale, getTranslations } from 'next-intl/server'
import { answerAction } from '#app/_next/answer'
import { chooseLocale } from '#app/_next/shell-actions'
import { AnswerDesk } from '#components/ideas/answer-desk'
import { SignInLayout } from '#components/layout/sign-in-layout'
import { Words } from '#components/layout/words'

export async function generateMetadata() {
  const t = await getTranslations('ideas.code')
  return { title: t('title') }
}

/** Open to everybody: an anonymous author must not have to sign in to read the answer. */
export default async function AnswerPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('ideas.code')])
  return (
    <Words namespaces={['ideas.browser', 'ideas.code', 'ui.browser']}>
      <SignInLayout title={t('title')} lead={t('lead')} locale={locale} setLocale={chooseLocale}>
        <AnswerDesk action={answerAction} />
      </SignInLayout>
    </Words>
  )
}
