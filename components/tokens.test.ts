import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Oklch = [lightness: number, chroma: number, hue: number]
type Theme = 'light' | 'dark'

const css = readFileSync(new URL('../app/globals.css', import.meta.url), 'utf8')
const number = String.raw`([\d.]+)`
const colour = String.raw`oklch\(${number} ${number} ${number}\)`
const tokens = new Map<string, Record<Theme, Oklch>>()
for (const [, name, ...parts] of css.matchAll(
  new RegExp(`--color-([a-z0-9-]+): light-dark\\(${colour}, ${colour}\\)`, 'g'),
)) {
  const [a, b, c, d, e, f] = parts.map(Number) as [number, number, number, number, number, number]
  tokens.set(name ?? '', { light: [a, b, c], dark: [d, e, f] })
}

/** Linear sRGB by Björn Ottosson's matrices (https://bottosson.github.io/posts/oklab/), clipped as a screen clips. */
function linear([lightness, chroma, hue]: Oklch) {
  const angle = (hue * Math.PI) / 180
  const a = chroma * Math.cos(angle)
  const b = chroma * Math.sin(angle)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return {
    red: 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    green: -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    blue: -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  }
}

function luminance(colour: Oklch) {
  const { red, green, blue } = linear(colour)
  const clip = (part: number) => Math.min(1, Math.max(0, part))
  return 0.2126 * clip(red) + 0.7152 * clip(green) + 0.0722 * clip(blue)
}

function contrast(one: string, other: string, theme: Theme) {
  const shades = [one, other].map((name) => {
    const token = tokens.get(name)
    if (!token) throw new Error(`No token ${name}`)
    return luminance(token[theme]) + 0.05
  })
  return Math.max(...shades) / Math.min(...shades)
}

const surfaces = ['paper', 'raised', 'sunken']
const hues = Array.from({ length: 10 }, (_, index) => `hue-${index}`)
const washes = ['accent-wash', 'good-wash', 'warn-wash', 'bad-wash', 'festive-wash']

// WCAG 2.2, 1.4.3: text 4.5 to 1.
const words: [string, string[]][] = [
  ['ink', [...surfaces, ...washes, ...hues]],
  ['soft', [...surfaces, 'accent-wash', 'bad-wash', 'festive-wash']],
  ['accent', [...surfaces, 'accent-wash', 'festive-wash']],
  ['accent-strong', surfaces],
  ['on-accent', ['accent', 'accent-strong']],
  ['festive-ink', ['festive-wash', 'raised', 'paper']],
  ['on-festive', ['festive']],
  ['good', [...surfaces, 'good-wash']],
  ['warn', [...surfaces, 'warn-wash']],
  ['bad', [...surfaces, 'bad-wash']],
  ['on-bad', ['bad']],
]
// WCAG 2.2, 1.4.11: the edge of a control, a bar, a focus ring 3 to 1.
const shapes: [string, string[]][] = [
  ['edge', surfaces],
  ['accent', [...surfaces, ...hues]],
  ['good', surfaces],
  ['warn', surfaces],
  ['bad', surfaces],
]
const pairs = (list: [string, string[]][]) =>
  list.flatMap(([front, backs]) => backs.map((back) => [front, back] as const))

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  it.each(pairs(words))('%s can be read on %s', (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(shapes))('%s can be seen on %s', (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(3)
  })

  it.each([...tokens.keys()])('%s is a colour that a common screen can show', (name) => {
    const token = tokens.get(name)
    const parts = Object.values(linear(token?.[theme] ?? [0, 0, 0]))
    expect(Math.min(...parts)).toBeGreaterThan(-0.02)
    expect(Math.max(...parts)).toBeLessThan(1.02)
  })
})

it('reads every colour token of the sheet', () => {
  expect(tokens.size).toBe([...css.matchAll(/--color-[a-z0-9-]+: light-dark/g)].length)
  expect(tokens.size).toBeGreaterThan(30)
})
