import * as drawings from 'lucide-react'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { ICONS } from '#components/ui/icon-names'

const symbolOf = ([name, drawing]: [string, (typeof ICONS)[keyof typeof ICONS]]): string => {
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: runs at the build, and nothing of it is sent to anybody.
  const svg = renderToStaticMarkup(createElement(drawings[drawing]))
  const inside = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
  return `<symbol id="${name}" viewBox="0 0 24 24">${inside}</symbol>`
}

/** All drawings of the portal in one file; how lines look is up to the style sheet of the page that shows them. */
export const drawSprite = (): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${Object.entries(ICONS).map(symbolOf).join('\n')}\n</svg>\n`
