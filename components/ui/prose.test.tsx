import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Prose } from '#components/ui/prose'

const html = (text: string) => renderToStaticMarkup(<Prose text={text} />)

const ALLOWED = /^(div|p|br|strong|em|del|ul|ol|li|a|code|pre|blockquote|hr)$/
/** Every element that a browser would make of it, and every attribute. */
const parts = (markup: string) => ({
  elements: [...markup.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name]) => String(name).toLowerCase()),
  attributes: [...markup.matchAll(/<[a-z][a-z0-9]*((?:\s+[^\s=>]+="[^"]*")*)\s*\/?>/gi)]
    .flatMap(([, all = '']) => [...all.matchAll(/([^\s=]+)="([^"]*)"/g)])
    .map(([, name, value]) => [String(name), String(value)] as const),
})

/** What may not be there: elements and attributes beyond the few, addresses that are not followed over the web or by mail. */
const faultsOf = (text: string) => {
  const { elements, attributes } = parts(html(text))
  const addresses = attributes.filter(([name]) => name === 'href').map(([, value]) => value)
  return [
    ...elements.filter((name) => !ALLOWED.test(name)),
    ...attributes.map(([name]) => name).filter((name) => !/^(class|href|rel|start|title)$/.test(name)),
    ...addresses.filter((value) => /^[^/?#]*:/.test(value) && !/^(https?|mailto|ircs?|xmpp):/i.test(value)),
  ]
}

describe('what somebody writes', () => {
  test('keeps its lines, its lists, its links', () => {
    expect(html('Перше\nдруге **важливо**')).toContain('Перше<br/>\nдруге <strong>важливо</strong>')
    expect(html('- раз\n- два')).toContain('<li>раз</li>')
    expect(html('[правила](https://example.com/a)')).toContain(
      '<a class="link" href="https://example.com/a" rel="noopener noreferrer nofollow">правила</a>',
    )
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[тиць](javascript:alert(1))',
    '[тиць](JaVaScRiPt:alert(1))',
    '[тиць](data:text/html;base64,PHNjcmlwdD4=)',
    '[тиць](vbscript:msgbox)',
    '![](https://evil.example/pixel.png)',
    '<svg/onload=alert(1)>',
    '[x](https://ok.example "onmouseover=alert(1)")',
    '<https://ok.example/"onclick="alert(1)>',
    '[a]: javascript:alert(1)\n[a]',
    '`<b>`\n\n```html\n<script>\n```',
    '# Заголовок\n\n| a | b |\n|---|---|\n| 1 | 2 |',
  ])('%s runs nothing and loads nothing', (text) => {
    expect(faultsOf(text)).toEqual([])
  })

  test('whatever it is', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '[',
        ']',
        '(',
        ')',
        '"',
        '`',
        '*',
        '\n',
        ':',
        'javascript:',
        '<script',
        'onload=',
        '&#x6a;',
      ],
      ...['![', '](', 'https://a.b', 'текст', ' ', '\t', '&colon;'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        expect(faultsOf(pieces.join(''))).toEqual([])
      }),
    )
  })
})

describe('pictures of a lesson', () => {
  const shown = (text: string, pictures: readonly string[] = ['/api/files/one', '/api/files/two']) =>
    renderToStaticMarkup(<Prose text={text} pictures={pictures} />)

  test('are called by their number, with what is seen on them', () => {
    expect(shown('Так: ![Мікрофон збоку](#2)')).toContain('<img src="/api/files/two" alt="Мікрофон збоку"')
  })

  test('come from nowhere else: a number too many, another address or a script leave their words', () => {
    for (const address of [
      '#3',
      '#0',
      'https://evil.test/x.png',
      '//evil.test/x',
      'javascript:alert(1)',
      '/api/files/one',
    ]) {
      const markup = shown(`![Слова](${address})`)
      expect(markup).not.toContain('<img')
      expect(markup).toContain('Слова')
    }
    expect(shown('![Слова](#1)', [])).not.toContain('<img')
    expect(shown('<img src=x onerror=alert(1)><script>alert(1)</script>')).not.toMatch(/<(img|script)/)
  })
})
