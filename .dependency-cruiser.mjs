// The house's fences. Floors from the ground up; a floor sees itself and what lies below.
const FLOORS = [
  ['kernel'],
  ['database', 'http', 'jobs'],
  ['world.ts'],
  ['access'],
  ['ledger'],
  ['intake', 'talking'],
  ['collecting'],
  ['credit', 'insight', 'portal', 'notifying'],
  ['app.ts', 'cli', 'demo', 'founding.ts', 'main.ts', 'rooms.ts'],
]
const ROOMS = [
  'access',
  'ledger',
  'intake',
  'talking',
  'collecting',
  'credit',
  'insight',
  'portal',
  'notifying',
]

const TESTS = ['[.]test[.]tsx?$', '^server/testing/', '^scenarios/', '^bench/']
const DOORS = '/(index|contract)[.]ts$'
const RULES = ['/rules[.]ts$', '/rules/']
const STORES = ['/store[.]ts$', '/store/']

function pathOf(names) {
  return `^server/(${names.map((name) => name.replace('.', '[.]')).join('|')})(/|$)`
}

const floors = FLOORS.slice(0, -1).map((names, floor) => ({
  name: `floor-${floor}-${names[0].replace('.ts', '')}-never-looks-up`,
  comment: 'Below never imports above; upward effects go through events and jobs.',
  severity: 'error',
  from: { path: pathOf(names), pathNot: TESTS },
  to: { path: pathOf(FLOORS.slice(floor + 1).flat()) },
}))

const rooms = `^server/(${ROOMS.join('|')})/`

export default {
  forbidden: [
    ...floors,
    {
      name: 'rooms-meet-at-the-door',
      comment: "Another room's index.ts (for contracts also its contract.ts) is the only way in.",
      severity: 'error',
      from: { path: '^server/([^/]+)/', pathNot: TESTS },
      to: { path: rooms, pathNot: ['^server/$1/', DOORS] },
    },
    {
      name: 'composers-use-doors',
      comment: 'app.ts, main.ts and world.ts put rooms together through their doors and routes.',
      severity: 'error',
      from: { path: '^server/[^/]+[.]ts$', pathNot: TESTS },
      to: { path: rooms, pathNot: [DOORS, '/routes[.]ts$', '/jobs[.]ts$'] },
    },
    {
      name: 'corners-of-a-room-meet-at-the-door',
      comment: 'Inside a room the corners know each other by index.ts, contract.ts or rules.',
      severity: 'error',
      from: { path: `${rooms}([^/.]+)/`, pathNot: TESTS },
      to: {
        path: '^server/$1/[^/.]+/',
        pathNot: ['^server/$1/$2/', '^server/$1/(rules|store)/', DOORS, ...RULES],
      },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules see the kernel and other rules, nothing that can do I/O.',
      severity: 'error',
      from: { path: RULES, pathNot: TESTS },
      to: { pathNot: ['^server/kernel/', ...RULES] },
    },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: '^server/kernel/', pathNot: TESTS },
      to: { pathNot: ['^server/kernel/', 'node_modules/(temporal-polyfill|temporal-spec|uuid)/'] },
    },
    {
      name: 'sql-lives-in-stores',
      severity: 'error',
      from: { path: '^(server|web)/', pathNot: [...STORES, ...TESTS, '^server/(database|jobs)/'] },
      to: { path: 'node_modules/(kysely|pg|pg-copy-streams|pg-cursor)/' },
    },
    {
      name: 'http-lives-in-routes',
      comment:
        'Who asks (actor) and what they may (permissions) is for everyone; the rest is for routes.',
      severity: 'error',
      from: {
        path: '^server/',
        pathNot: [
          '/(routes|contract)[.]ts$',
          '/routes/',
          '^server/http/',
          '^server/(app|rooms|cli/serve)[.]ts$',
          ...TESTS,
        ],
      },
      to: {
        path: ['node_modules/(@fastify|fastify[^/]*)/', '^server/http/'],
        pathNot: ['^server/http/(actor|permissions)[.]ts$'],
      },
    },
    {
      name: 'web-knows-contracts-only',
      severity: 'error',
      from: { path: '^web/', pathNot: ['[.]test[.]tsx?$', '^web/vite[.]config[.]ts$'] },
      to: {
        path: '^server/',
        pathNot: ['/contract[.]ts$', '^server/(http/permissions[.]ts$|kernel/)'],
      },
    },
    {
      name: 'ui-knows-no-route-and-no-api',
      comment: 'web/ui is buttons to tables; it is given its data.',
      severity: 'error',
      from: { path: '^web/ui/', pathNot: '[.]test[.]tsx?$' },
      to: {
        path: [
          '^web/(api|features|pages|frame)/',
          'contract[.]ts$',
          'node_modules/@tanstack/react-(router|query)/',
        ],
      },
    },
    {
      name: 'features-know-no-pages',
      severity: 'error',
      from: { path: '^web/(api|features|ui)/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^web/pages/' },
    },
    {
      name: 'contracts-are-light',
      comment: 'A contract reaches the browser: zod and the kernel, nothing else.',
      severity: 'error',
      from: { path: '/contract[.]ts$', pathNot: '^server/http/' },
      to: {
        pathNot: [
          '/contract[.]ts$',
          '^server/http/permissions[.]ts$',
          '^server/kernel/',
          'node_modules/zod/',
        ],
      },
    },
    {
      name: 'no-circles',
      comment: 'Not even of types. A page that is loaded when it is needed may know its route.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    },
    {
      name: 'production-never-imports-tests',
      severity: 'error',
      from: { path: '^(server|web)/', pathNot: TESTS },
      to: { path: [...TESTS, '^tools/'] },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^web/public/'] },
    tsPreCompilationDeps: true,
    parser: 'swc',
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
