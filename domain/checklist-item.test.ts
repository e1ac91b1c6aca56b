import { describe, expect, test } from 'vitest'
import { faultsOfItem, Item, keptItem } from '#domain/checklist-item'

const number = {
  type: 'number',
  title: { uk: 'Температура' },
  unit: '°C',
  plausibleLow: '-10',
  plausibleHigh: '50',
  weight: '2,5',
  limits: [{ season: 'any', okLow: '21,5', okHigh: 25 }],
  norms: ['house'],
}
const faults = (item: object) => [...faultsOfItem(Item.parse(item))].map(({ path, key }) => `${path} ${key}`)

describe('a measured number', () => {
  test('is written with a comma or a point and keeps only what belongs to it', () => {
    expect(faults(number)).toEqual([])
    const kept = keptItem(Item.parse({ ...number, options: [{ label: { uk: 'Зайве' } }] }), 'air_temp')
    expect(kept).toMatchObject({ weight: 2.5, options: [], scaleMin: null })
    expect(kept.limits).toEqual([{ season: 'any', failLow: null, okLow: 21.5, okHigh: 25, failHigh: null }])
  })

  test.each([
    ['without a unit', { unit: undefined }, ['unit required']],
    ['possible from more than to', { plausibleLow: 60 }, ['plausibleHigh order']],
    ['with a weight and no limits', { limits: [], norms: [] }, ['limits.0.okLow limitsNeeded']],
    [
      'with limits for half a year',
      { limits: [{ season: 'warm', okHigh: 25 }] },
      ['limits.0.okLow limitsAllYear'],
    ],
    ['with limits that stand on nothing', { norms: [] }, ['norms normNeeded']],
    [
      'failing where it is still good',
      { limits: [{ season: 'any', okHigh: 25, failHigh: 24 }] },
      ['limits.0.okLow order'],
    ],
    [
      'failing on a side that is never good',
      { limits: [{ season: 'any', okLow: 20, failHigh: 30 }] },
      ['limits.0.okHigh required'],
    ],
  ])('is refused %s', (_, change, expected) => {
    expect(faults({ ...number, ...change })).toEqual(expected)
  })

  test('without a weight needs no limits', () => {
    expect(faults({ ...number, weight: 0, limits: [], norms: [] })).toEqual([])
  })
})

describe('a choice', () => {
  const choice = (...options: object[]) => ({ type: 'choice', title: { uk: 'Інтернет' }, options })
  const answer = (uk: string, key?: string) => ({ key, label: { uk }, worth: '30' })

  test('needs two different answers', () => {
    expect(faults(choice(answer('Є'), { label: {} }))).toEqual(['options.1.label.uk twoOptions'])
    expect(faults(choice(answer('Є'), answer('Є')))).toEqual(['options.1.label.uk twiceTheSame'])
  })

  test('gives a new answer a name that none has', () => {
    const item = Item.parse(choice(answer('Є', 'option_2'), answer('Немає'), answer('Буде')))
    expect(keptItem(item, 'internet').options.map(({ key }) => key)).toEqual([
      'option_2',
      'option_1',
      'option_3',
    ])
  })
})

test('a text has no weight and is never critical', () => {
  const item = Item.parse({ type: 'text', title: { uk: 'Що ще' }, weight: 5, critical: true })
  expect(keptItem(item, 'other')).toMatchObject({ weight: 0, critical: false })
})
