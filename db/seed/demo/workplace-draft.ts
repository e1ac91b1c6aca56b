import type { World } from '#db/seed/demo/world'
import { draftChecklist } from '#server/workplace/draft-checklist'
import { showDraft } from '#server/workplace/draft-queries'
import { setItem } from '#server/workplace/set-item'

const SLUG = 'operator-self-check'

/** HR is about to ask one question more in the operators' own check. */
export async function tellDraft(world: World): Promise<void> {
  const hr = world.actor(world.account('hr'))
  const options = { now: world.day(2, 11), newId: world.newId }
  await draftChecklist(hr, { slug: SLUG }, options)
  const { sections } = await showDraft(hr, { slug: SLUG }, { reader: world.database })
  const [section] = sections
  if (!section) return
  await setItem(
    hr,
    {
      sectionId: section.id,
      type: 'yes-no',
      title: { uk: 'Екран світить рівно, без мерехтіння', en: 'The screen glows evenly, without flicker' },
      weight: 1,
      naAllowed: false,
      norms: ['eu90270'],
    },
    options,
  )
}
