import type { Tx } from '#db/client'
import { companyValues } from '#db/schema/recognition'
import { referenceId } from '#db/seed/reference/ids'
import type { Text } from '#domain/text'

const VALUES: Record<string, { title: Text; meaning: Text }> = {
  care: {
    title: { uk: 'Турбота про клієнта', en: 'Care for the customer' },
    meaning: {
      uk: 'Доводимо справу до кінця, навіть коли це не наша черга.',
      en: 'We see things through, even when it is not our turn.',
    },
  },
  team: {
    title: { uk: 'Плече колеги', en: 'A colleague’s shoulder' },
    meaning: {
      uk: 'Помічаємо, кому важко, і допомагаємо, не чекаючи прохання.',
      en: 'We notice who struggles and help without being asked.',
    },
  },
  craft: {
    title: { uk: 'Майстерність', en: 'Craft' },
    meaning: {
      uk: 'Робимо свою роботу так, щоб інші захотіли навчитися.',
      en: 'We do our work so that others want to learn it.',
    },
  },
  courage: {
    title: { uk: 'Сміливість сказати', en: 'Courage to speak up' },
    meaning: {
      uk: 'Говоримо про незручне вчасно і пропонуємо, як краще.',
      en: 'We raise the uncomfortable in time and propose a better way.',
    },
  },
  calm: {
    title: { uk: 'Спокій у бурю', en: 'Calm in a storm' },
    meaning: {
      uk: 'Зберігаємо людяність у найважчій розмові.',
      en: 'We stay humane in the hardest conversation.',
    },
  },
}

/** What a company stands for, until HR writes its own. */
export async function seedRecognitionReference(tx: Tx, now: Date): Promise<void> {
  const rows = Object.entries(VALUES).map(([slug, value]) => ({
    id: referenceId('value', slug),
    slug,
    ...value,
    createdAt: now,
  }))
  await tx.insert(companyValues).values(rows).onConflictDoNothing()
}
