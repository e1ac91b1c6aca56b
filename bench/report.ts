import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import type { Line } from '#bench/measure'
import type { Filled } from '#bench/stage'

export type Report = { node: string; seconds: number; filled: Filled[]; lines: Line[]; postgres: string }

const FILE = 'bench/results/latest.json'

const padded = (rows: string[][]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0)))
      .join('  '),
  )
}

const count = (people: number) => people.toLocaleString('en')
const kB = (bytes: number | undefined) => (bytes === undefined ? '-' : (bytes / 1000).toFixed(1))

/** How many times longer a request takes at this size than at the smallest. */
const growthOf = (line: Line, lines: readonly Line[]): number => {
  const smallest = lines.find(({ page }) => page === line.page) as Line
  return smallest.product.perSecond / line.product.perSecond
}

const speedRows = (lines: readonly Line[]): string[][] => [
  [
    'page',
    'people',
    'req/s',
    'p50 ms',
    'p99 ms',
    'CPU ms',
    'statements',
    'floor req/s',
    'floor CPU',
    'of floor',
    'growth',
  ],
  ...lines.map((line) => {
    const { page, people, product, floor, statements } = line
    return [
      page,
      count(people),
      product.perSecond.toFixed(0),
      product.p50.toFixed(1),
      product.p99.toFixed(1),
      product.cpuMs.toFixed(2),
      statements.toFixed(1),
      floor.perSecond.toFixed(0),
      floor.cpuMs.toFixed(2),
      `${((100 * product.perSecond) / floor.perSecond).toFixed(1)} %`,
      growthOf(line, lines).toFixed(2),
    ]
  }),
]

const weightRows = (lines: readonly Line[]): string[][] => [
  ['page', 'people', 'HTML kB', 'gzip kB', 'script kB', 'scripts', 'style kB'],
  ...lines.flatMap(({ page, people, weight }) =>
    weight
      ? [
          [
            page,
            count(people),
            kB(weight.html),
            kB(weight.gzip),
            kB(weight.script),
            String(weight.scripts),
            kB(weight.style),
          ],
        ]
      : [],
  ),
]

export function printReport({ lines }: Report): void {
  for (const rows of [speedRows(lines), weightRows(lines)]) console.log(`\n${padded(rows).join('\n')}`)
}

export function writeReport(report: Report): void {
  const machine = {
    cpu: cpus()[0]?.model,
    cpus: cpus().length,
    load: loadavg().map((one) => Number(one.toFixed(2))),
  }
  const lines = report.lines.map((line) => ({
    ...line,
    ofFloor: line.product.perSecond / line.floor.perSecond,
    growth: growthOf(line, report.lines),
  }))
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(FILE, `${JSON.stringify({ at: new Date(), machine, ...report, lines }, null, 2)}\n`)
  console.log(`\nWritten to ${FILE}.`)
}
