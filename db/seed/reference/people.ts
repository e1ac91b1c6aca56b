import type { Tx } from '#db/client'
import { channels, services } from '#db/schema/people'
import { referenceId } from '#db/seed/reference/ids'
import type { Text } from '#domain/text'

const SERVICES: Record<string, Text> = {
  consulting: { uk: 'Консультації', en: 'Consulting' },
  telesales: { uk: 'Телефонні продажі', en: 'Telesales' },
  survey: { uk: 'Опитування', en: 'Surveys' },
  'order-taking': { uk: 'Приймання замовлень', en: 'Order taking' },
  'technical-support': { uk: 'Технічна підтримка', en: 'Technical support' },
  complaints: { uk: 'Робота зі скаргами', en: 'Complaints' },
  retention: { uk: 'Утримання клієнтів', en: 'Customer retention' },
}

const CHANNELS: Record<string, Text> = {
  voice: { uk: 'Дзвінки', en: 'Voice' },
  chat: { uk: 'Чат', en: 'Chat' },
  email: { uk: 'Електронна пошта', en: 'E-mail' },
  sms: { uk: 'SMS', en: 'SMS' },
  messenger: { uk: 'Месенджери', en: 'Messengers' },
}

const rows = (kind: string, content: Record<string, Text>) =>
  Object.entries(content).map(([slug, title]) => ({ id: referenceId(kind, slug), slug, title }))

/** What is done for a client and by which instrument: two lists that never mix. */
export async function seedPeopleReference(tx: Tx): Promise<void> {
  await tx.insert(services).values(rows('service', SERVICES)).onConflictDoNothing()
  await tx.insert(channels).values(rows('channel', CHANNELS)).onConflictDoNothing()
}
