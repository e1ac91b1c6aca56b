import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyWord, everyWord, fewWords, normalise, searchShape, stems } from '#domain/search'
import { stemUkrainian } from '#domain/stem-uk'

const PARADIGMS = `
  гарнітура гарнітури гарнітуру гарнітурою гарнітур гарнітурі гарнітурами
  дзвінок дзвінка дзвінки дзвінків дзвінком дзвінку дзвінкам
  крісло крісла крісел кріслі кріслом
  стілець стільця стільці стільців стільцем
  оператор оператора оператори операторів операторам оператором
  зміна зміни зміну зміною змін змінах
  графік графіка графіки графіків графіком графіку
  перерва перерви перерву перерв перервою перервах
  клієнт клієнта клієнти клієнтів клієнтам клієнтом
  навчання навчанню навчанням навчань
  обовʼязок обовʼязку обовʼязки обовʼязків
  підказка підказки підказку підказок підказками
  вікно вікна вікон вікном вікні
  скрипт скрипту скрипти скриптів скриптом
  кнопка кнопки кнопку кнопок кнопкою
  картка картки картку карток картці
  супервізор супервізора супервізори супервізору
  відповідь відповіді відповіддю відповідей
  рука руки руку руці рук рукою
  день дня дні днів днями
  тиждень тижня тижні тижнів тижнем
  подякувати подякуємо подякував подякувала
  працювати працюю працюємо працює працював працювали
  додати додамо додав додала додайте
  вечірня вечірній вечірню вечірні вечірніх
  освітлення освітленню освітленням
  кондиціонер кондиціонера кондиціонери кондиціонером
  швидкий швидка швидкі швидко швидкого
  новий нова нове нові нового новому`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '))

describe('the normaliser', () => {
  test.each([
    ["обов'язок", 'обовʼязок'],
    ['обов’язок', 'обовʼязок'],
    ['п`ять', 'пʼять'],
    ['ҐАНОК', 'ганок'],
    ['Гарнiтура', 'гарнітура'],
    ['КOMАHДA', 'команда'],
    ['за́мок', 'замок'],
    ['і\u0306жак', 'і\u0306жак'.normalize('NFC')],
    ['  дві\tпробіли ', 'дві пробіли'],
  ])('%s → %s', (given, expected) => expect(normalise(given)).toBe(expected))

  test('leaves Latin words Latin, also beside Cyrillic ones', () => {
    expect(normalise('CRM-система і Wi-Fi')).toBe('crm-система і wi-fi')
  })

  test('done twice is done once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => normalise(normalise(text)) === normalise(text)),
    )
  })

  test('does not depend on how letters are composed or in which case they are', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя ʼ') })
    fc.assert(
      fc.property(letters, (text) => {
        expect(normalise(text.normalize('NFD'))).toBe(normalise(text))
        expect(normalise(text.toLocaleUpperCase('uk'))).toBe(normalise(text))
      }),
    )
  })
})

test('the shape is plain ASCII, and different letters stay different', () => {
  expect(searchShape("Обов'язок № 2: ЇЖА")).toBe('obovgzok 2 1ja')
  const letters = [...'абвгдеєжзиіїйклмнопрстуфхцчшщьюя']
  expect(new Set(letters.map(searchShape)).size).toBe(letters.length)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(searchShape(text)).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/)
    }),
  )
})

describe('stems', () => {
  test.each(PARADIGMS.map((forms) => [forms[0] as string, forms]))(
    'the forms of %s share one',
    (_, forms) => {
      expect(new Set(forms.map(stemUkrainian)).size).toBe(1)
    },
  )

  test('different words stay apart', () => {
    const roots = PARADIGMS.map(([form]) => stemUkrainian(form as string))
    expect(new Set(roots).size).toBe(roots.length)
  })

  test('English forms too', () => {
    expect(new Set(stems('call calls called calling')).size).toBe(1)
    expect(new Set(stems('policy policies')).size).toBe(1)
    expect(new Set(stems('headset headsets гарнітура')).size).toBe(1)
  })

  test('words that tell nothing are left out, numbers stay', () => {
    expect(stems('щоб ми та й на 2 поверсі')).toEqual(['2', stemUkrainian('поверсі')])
  })

  test('what HR calls one thing is found by each of its names', () => {
    const names = [['call-центр', 'кол-центр', 'колцентр', 'КЦ']]
    const any = everyWord('кц', names)
    for (const name of ['Call-центру', 'кол-центром', 'колцентрів']) {
      expect(everyWord(name, names)).toBe(any)
    }
    expect(everyWord('шум у колцентрі', names)).toBe(`'${stems('шум')[0]}' & ${any}`)
    expect(everyWord('шум', names)).toBe(`'${stems('шум')[0]}':*`)
  })

  test('common words give way to telling ones, and are better than none', () => {
    const common = new Map([
      ['клієнт', 0.2],
      ['дзвінк', 0.1],
    ])
    expect(anyWord('клієнт, дзвінок, жалюзі та парасоля', [], common)).toBe(anyWord('жалюзі парасоля'))
    expect(anyWord('клієнт', [], common)).toBe(anyWord('клієнт'))
  })

  test('of a large table the rare words are looked for alone and of the others two together', () => {
    const common = new Map([
      ['клієнт', 0.2],
      ['дзвінк', 0.1],
      ['жалюг', 0.0001],
    ])
    const large = { rows: 1_000_000, most: 3000 }
    expect(fewWords('клієнт, жалюзі, дзвінок', [], common, large)).toBe("'жалюг' | ('дзвінк':* & 'клієнт')")
    expect(fewWords('клієнт', [], common, large)).toBe("'клієнт':*")
    expect(fewWords('клієнт і дзвінок', [], common, { rows: 5000, most: 3000 })).toBe("'дзвінк':* | 'клієнт'")
  })

  test('a query is always one that Postgres can read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fewWords(text, [], new Map([['а', 1]]), { rows: 9, most: 1 })).toMatch(
          /^[\p{L}\p{M}\p{N}ʼ':*|&() ]*$/u,
        )
        expect(anyWord(text)).toMatch(/^('[\p{L}\p{M}\p{N}ʼ]+'(:\*)?( \| )?)*$/u)
      }),
    )
  })
})
