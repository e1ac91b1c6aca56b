import type { Text } from '#domain/text'

export const ORGANISATION: Text = { uk: 'Контакт-центр «Добрий день»', en: 'Dobryi Den Contact Centre' }

export const SITES: { slug: string; name: Text; city: Text; timeZone: string }[] = [
  {
    slug: 'kyiv',
    name: { uk: 'Київ, Поділ', en: 'Kyiv, Podil' },
    city: { uk: 'Київ', en: 'Kyiv' },
    timeZone: 'Europe/Kyiv',
  },
  {
    slug: 'lviv',
    name: { uk: 'Львів, Сихів', en: 'Lviv, Sykhiv' },
    city: { uk: 'Львів', en: 'Lviv' },
    timeZone: 'Europe/Kyiv',
  },
  {
    slug: 'vinnytsia',
    name: { uk: 'Вінниця, Центр', en: 'Vinnytsia, Centre' },
    city: { uk: 'Вінниця', en: 'Vinnytsia' },
    timeZone: 'Europe/Kyiv',
  },
]

type ProjectContent = {
  slug: string
  name: Text
  market: 'b2c' | 'b2b'
  services: string[]
  channels: string[]
}

/** Six clients. What is done for them (services) is apart from the instrument (channels). */
export const PROJECTS: ProjectContent[] = [
  {
    slug: 'ukrtel',
    name: { uk: 'Мобільний звʼязок «Криниця»', en: 'Krynytsia Mobile' },
    market: 'b2c',
    services: ['consulting', 'technical-support', 'retention'],
    channels: ['voice', 'chat', 'messenger'],
  },
  {
    slug: 'bank',
    name: { uk: 'Банк «Скарбниця»', en: 'Skarbnytsia Bank' },
    market: 'b2c',
    services: ['consulting', 'complaints', 'telesales'],
    channels: ['voice', 'chat', 'email'],
  },
  {
    slug: 'pharmacy',
    name: { uk: 'Аптеки «Здоровʼя поруч»', en: 'Zdorovia Pharmacies' },
    market: 'b2c',
    services: ['order-taking', 'consulting'],
    channels: ['voice', 'messenger', 'sms'],
  },
  {
    slug: 'delivery',
    name: { uk: 'Доставка «Лелека»', en: 'Leleka Delivery' },
    market: 'b2c',
    services: ['order-taking', 'complaints'],
    channels: ['voice', 'chat', 'sms'],
  },
  {
    slug: 'agro',
    name: { uk: 'Агропостач «Нива»', en: 'Nyva Agro Supply' },
    market: 'b2b',
    services: ['telesales', 'consulting', 'survey'],
    channels: ['voice', 'email'],
  },
  {
    slug: 'software',
    name: { uk: 'Облік «Рахівник»', en: 'Rakhivnyk Accounting' },
    market: 'b2b',
    services: ['technical-support', 'consulting'],
    channels: ['voice', 'chat', 'email'],
  },
]
