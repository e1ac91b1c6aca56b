// The layers of docs/ARCHITECTURE.md as rules. scripts/check-layers.mjs runs them and proves that every module was read.
const rooms =
  'people|career|training|rotation|ideas|recognition|workplace|insights|accounts|notifications|settings|files|audit'
const test = '\\.test\\.tsx?$'
const npm = (...names) => `^node_modules/(${names.join('|')})/`
const value = { dependencyTypesNot: ['type-only'] }

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const demand = (name, comment, module, to) => ({ name, comment, severity: 'error', module, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two modules that need each other are one module, or miss a third.',
      {},
      { circular: true, viaOnly: value },
    ),
    forbid('resolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    forbid(
      'no-barrels',
      'Import the file that holds the thing.',
      {},
      { path: '^(?!node_modules/).*/index\\.tsx?$' },
    ),
    forbid('not-to-tests', 'Nothing stands on a test.', { pathNot: test }, { path: test }),
    forbid(
      'domain-is-pure',
      'Rules take time, identity and rows as arguments; zod is all they need.',
      { path: '^domain/', pathNot: test },
      { pathNot: ['^domain/', npm('zod')] },
    ),
    forbid(
      'db-stands-on-domain',
      'What is kept knows nothing of what is done with it; only the demo story is told through the commands.',
      { path: '^db/', pathNot: [test, '^db/seed/demo/'] },
      { path: '^(app|components|server|messages|e2e|bench|scripts)/' },
    ),
    forbid(
      'story-uses-verbs',
      'The demo story acts through the commands, as everybody does.',
      { path: '^db/seed/demo/' },
      { path: '^(app|components|e2e|bench|scripts)/' },
    ),
    forbid(
      'server-looks-down',
      'Verbs know neither pages nor components.',
      { path: '^server/', pathNot: test },
      { path: '^(app|components|e2e|bench|scripts)/' },
    ),
    forbid(
      'framework-stays-above',
      'domain, db and server run in jobs, seeds and tests, without Next or React.',
      { path: '^(domain|db|server)/' },
      {
        path: npm(
          'next',
          'next-auth',
          'next-intl',
          '@auth',
          'react',
          'react-dom',
          '@base-ui',
          'lucide-react',
        ),
      },
    ),
    forbid(
      'rooms-meet-above',
      'A room never imports another; two meet in server/flows or on a page.',
      { path: `^server/(${rooms})/`, pathNot: test },
      { path: '^server/[^/]+/', pathNot: '^server/$1/' },
    ),
    forbid(
      'components-receive',
      'Components get data and actions as props; of the server they may know types.',
      { path: '^components/' },
      { path: '^server/', ...value },
    ),
    forbid(
      'components-stay-below-pages',
      'Components know neither pages nor tables.',
      { path: '^components/' },
      { path: ['^(app|db|e2e|bench|scripts)/', npm('pg', 'pg-boss', 'drizzle-orm')] },
    ),
    forbid(
      'primitives-know-no-room',
      'components/ui serves every room alike.',
      { path: '^components/ui/' },
      { path: ['^components/(?!ui/)', '^server/', `^domain/(${rooms})`] },
    ),
    forbid(
      'pages-hold-no-sql',
      'A page asks a query; it never opens the database.',
      { path: '^app/(?!_next/)', pathNot: test },
      { path: ['^db/', npm('pg', 'pg-boss', 'drizzle-orm')] },
    ),
    forbid(
      'next-lives-in-one-place',
      'Only app/_next knows next-auth and the request; pages and components may link, redirect and say not-found.',
      { path: '^(app|components)/', pathNot: '^app/_next/' },
      {
        path: npm('next', 'next-auth', '@auth'),
        pathNot: '^node_modules/next/(link|navigation|image)\\.',
        ...value,
      },
    ),
    forbid(
      'browser-tests-stay-outside',
      'A browser test uses the product as a person does; it may look into the database.',
      { path: '^e2e/' },
      { path: '^(app|components|server|bench)/' },
    ),
    forbid(
      'nothing-stands-on-bench',
      'Measurements and browser tests are used by nothing else.',
      { path: '^(app|components|server|domain|db)/' },
      { path: '^(bench|e2e)/' },
    ),
    forbid(
      'runtime-needs-runtime',
      'What runs in production may not need a development dependency.',
      {
        path: ['^(app|components|server|domain|db)/', '^scripts/serve\\.ts$'],
        pathNot: [test, '^db/testing', '\\.css$'],
      },
      { dependencyTypes: ['npm-dev'], ...value },
    ),
  ],
  required: [
    demand(
      'verbs-are-commands',
      'Each file of a room is a verb made by command(), or holds queries.',
      { path: `^server/(${rooms})/[^/]+\\.ts$`, pathNot: [test, '(/|-)queries\\.ts$'] },
      { path: '^server/command\\.ts$' },
    ),
    demand(
      'reads-are-queries',
      'A read takes the actor first: it is made by query().',
      { path: `^server/(${rooms})/queries\\.ts$` },
      { path: '^server/query\\.ts$' },
    ),
    demand(
      'pages-ask-who',
      'Every page of the portal reaches the session.',
      { path: '^app/\\(portal\\)/(.+/)?page\\.tsx$' },
      { path: '^app/_next/session\\.ts$', reachable: true },
    ),
    demand(
      'actions-are-commands',
      'A form action is one line over a command.',
      { path: '^app/(?!_next/).*actions\\.ts$' },
      { path: '^app/_next/(sheet-)?forms\\.ts$' },
    ),
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^(\\.next|\\.build|\\.test|\\.data|next-env\\.d\\.ts)' },
    preserveSymlinks: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
