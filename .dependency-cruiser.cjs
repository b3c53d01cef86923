/** The house's walls. Each rule says what it keeps apart and why; `npm run check` enforces them. */

/** Pure rules that the phone and the server must agree on, each named; everything else of a domain stays on the server. */
const sharedRules =
  '^functions/(places/rules/(hours|opening|roles|name-order|nearby|filter|search|search/alphabet|search/words|divisions|catalogue|city-grid|subject|report-due)|exhibition/rules/wording|points/rules/(rolling-code|code|generosity))\\.ts$'

/** What is pure in shared/: contracts and rules build on it, and the phone may. */
const pureShared =
  '^functions/shared/(zod|tolerant|result|day|picture|personal-numbers|city-of|access/(access|scope)|codes/(hmac|base32|rolling-code|ids|idempotency)|declaration/(endpoint|audit-actions)|ledger/(lots|posting)|blocks/(block|shown|resolve|compare|text|findings)|wording/(find|rules|fold|denial)|sheet/(cells|write))\\.ts$'

/** What a capability of the mini-program offers to the others, each file named; the rest of it is its own. */
const offered =
  '^miniapp/src/(places/(go|words|view|distance-text|week|favourites|recent|directions/(open|use-directions|directions-sheet)|components/(open-sign|origin-bar))|exhibition/favourites|points/(go|stores|visit-view)|media/desk/(picture-field|pictures|uploading|view)|identity/(use-approved-action|confirm-again/index|desk/roles/draft)|counter/place|desk/words)(\\.h5)?\\.tsx?$'

module.exports = {
  forbidden: [
    {
      name: 'capabilities-meet-in-named-files',
      comment:
        'A capability of the mini-program takes from another only what that offers, so that one can be understood and changed alone. Tabs and the shell of the desk put capabilities together.',
      severity: 'error',
      from: { path: '^miniapp/src/(?!(?:tabs|desk|shared|custom-tab-bar)/)([^/]+)/', pathNot: '/desk/' },
      to: { path: '^miniapp/src/', pathNot: ['^miniapp/src/($1|shared)/', offered] },
    },
    {
      name: 'desk-pages-meet-in-named-files',
      comment:
        'A desk page takes from the shell whatever it likes, and from other capabilities what these offer.',
      severity: 'error',
      from: { path: '^miniapp/src/(?!(?:tabs|desk|shared)/)([^/]+)/desk/' },
      to: { path: '^miniapp/src/', pathNot: ['^miniapp/src/($1|shared|desk)/', offered] },
    },
    {
      name: 'shared-knows-no-capability',
      comment:
        'What all capabilities use cannot depend on one of them. The words for refusals are plain data of the domains, read by their list.',
      severity: 'error',
      from: { path: '^miniapp/src/shared/' },
      to: { path: '^miniapp/src/(?!shared/)', pathNot: '^miniapp/src/domains\\.ts$' },
    },
    {
      name: 'what-everybody-loads-of-a-domain-is-data',
      comment:
        'Words and links of a domain are in the first load of everybody: its code, and what it imports, is in the packages of its pages.',
      severity: 'error',
      from: { path: '^miniapp/src/(?!shared/|desk/)([^/]+)/(domain|messages)\\.ts$' },
      to: {
        pathNot: [
          '^miniapp/src/$1/messages\\.ts$',
          '^miniapp/src/shared/(domain|messages/message)\\.ts$',
          '^functions/[^/]+/contract(\\.ts$|/)',
        ],
      },
    },
    {
      name: 'miniapp-sees-contracts-only',
      comment:
        'The phone knows the promises (contract.ts, endpoints/), zod, the pure result, day and hmac helpers, and the few pure rules both sides agree on; server code in the package would cost size and leak design.',
      severity: 'error',
      from: { path: '^miniapp/' },
      to: {
        path: '^functions/',
        pathNot: [
          '^functions/[^/]+/contract(\\.ts$|/)',
          '^functions/[^/]+/endpoints/',
          pureShared,
          '^functions/(domains|powers)\\.ts$',
          sharedRules,
        ],
      },
    },
    {
      name: 'miniapp-takes-types-of-the-domains',
      comment:
        'The list of domains holds the schemas of every request and answer: the phone derives types of it, and bundles nothing.',
      severity: 'error',
      from: { path: '^miniapp/' },
      to: { path: '^functions/domains\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'contract-imports-contracts-only',
      comment:
        'A contract is what the miniapp bundles: it may import other contracts, zod and how unknown values are read alone.',
      severity: 'error',
      from: { path: '^functions/[^/]+/contract(\\.ts$|/)' },
      to: {
        pathNot: [
          '^functions/[^/]+/contract(\\.ts$|/)',
          // The names and words of all powers: plain data of the contracts.
          '^functions/powers\\.ts$',
          '^functions/shared/(access/(access|scope)|declaration/audit-actions|zod|tolerant|personal-numbers|city-of|picture|blocks/(block|shown|text|findings))\\.ts$',
        ],
      },
    },
    {
      name: 'endpoints-are-contract',
      comment:
        'An endpoint is what the server and the miniapp agree on: it is made of contracts and of the schemas of documents that both pack and read.',
      severity: 'error',
      from: { path: '^functions/[^/]+/endpoints/' },
      to: {
        pathNot: [
          '^functions/[^/]+/(contract|endpoints)(\\.ts$|/)',
          '^functions/shared/(zod|declaration/endpoint)\\.ts$',
          '^functions/places/rules/(catalogue|city-grid|geojson)\\.ts$',
        ],
      },
    },
    {
      name: 'rules-are-pure',
      comment:
        'Rules import contracts, other pure rules and pure libraries of geometry, hashing and text: no SDK, clock, randomness or environment.',
      severity: 'error',
      from: { path: '^functions/[^/]+/rules(/|\\.ts$)' },
      to: {
        pathNot: [
          '^functions/[^/]+/contract(\\.ts$|/)',
          pureShared,
          '^functions/[^/]+/rules(/|\\.ts$)',
          'node_modules/gcoord/',
        ],
      },
    },
    {
      name: 'stores-and-services-know-no-handlers',
      comment:
        'A handler calls a service, a service calls rules and the store; neither knows who asks, so that both can be tested and used without a request.',
      severity: 'error',
      from: { path: '^functions/[^/]+/(store|service)(/|\\.ts$)' },
      to: { path: '^functions/[^/]+/(handlers|operations|import)(/|\\.ts$)' },
    },
    {
      name: 'stores-know-no-services',
      comment:
        'A store holds items, keys and conditions; what to do with them is for the service that asks, and `service.ts` puts both together.',
      severity: 'error',
      from: { path: '^functions/[^/]+/store(/|\\.ts$)' },
      to: { path: '^functions/[^/]+/service(/|\\.ts$)' },
    },
    {
      name: 'domains-are-made-by-their-factories',
      comment:
        'Whoever needs the function, a job, the store or the use cases of a domain has them made by its index.ts, as AWS Lambda does: commands, demonstration data and tests cannot forget a dependency or use another one.',
      severity: 'error',
      from: { path: '^(infra|tests)/', pathNot: '^tests/functions/' },
      to: {
        path: '^functions/(?!shared/)[^/]+/(api|service|store)\\.ts$|^functions/identity/wechat/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'tests-make-other-domains-by-their-factories',
      comment: 'A test may make the store or the API of its own domain alone.',
      severity: 'error',
      from: { path: '^tests/functions/([^/]+)/' },
      to: {
        path: '^functions/(?!shared/)[^/]+/(api|service|store)\\.ts$',
        pathNot: '^functions/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'one-domain-does-not-reach-into-another',
      comment:
        'Domains meet through contracts and, for one transaction over two tables, the fragments that a domain exports of its store with the grants that these need, so that one can be understood, restored or moved alone. What is derived of all domains reads their index, functions/domains.ts; what they hold of people identity takes from functions/personal-data.ts.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/', pathNot: '^functions/shared/' },
      to: {
        path: '^functions/',
        pathNot: [
          '^functions/$1/',
          '^functions/shared/',
          '^functions/[^/]+/(contract|fragments|grants)\\.ts$',
          '^functions/[^/]+/endpoints/',
          '^functions/(domains|powers|personal-data)\\.ts$',
        ],
      },
    },
    {
      name: 'shared-knows-no-domain',
      comment:
        'What no domain owns imports none: else nobody could take a domain away, or add one, without touching what all share.',
      severity: 'error',
      from: { path: '^functions/shared/' },
      to: { path: '^functions/', pathNot: '^functions/shared/' },
    },
    {
      name: 'reference-readers-in-tests-only',
      comment:
        'opening_hours and opencc-js judge what we wrote ourselves: 1.2 MB under LGPL-3.0 in a function, or 1 MB on the phone, is not for users.',
      severity: 'error',
      from: { path: '^(functions|miniapp|infra/(?!readings/))' },
      to: { path: 'node_modules/(opening_hours|opencc-js)/' },
    },
    {
      name: 'dynamodb-in-stores-only',
      comment: 'Keys and conditions of a table live in one file; whoever else needs data asks the store.',
      severity: 'error',
      from: { pathNot: ['^functions/[^/]+/store(\\.ts$|/)', '^functions/shared/', '^infra/', '^tests/'] },
      to: { path: 'node_modules/@aws-sdk/' },
    },
    {
      name: 'cdk-in-infra-only',
      comment: 'Infrastructure is described in infra/ and checked in tests/infra.',
      severity: 'error',
      from: { pathNot: ['^infra/', '^tests/infra/'] },
      to: { path: 'node_modules/(aws-cdk-lib|constructs|cdk-nag)/' },
    },
    {
      name: 'taro-in-miniapp-only',
      comment: 'Taro is the phone; nothing on a server may depend on it.',
      severity: 'error',
      from: { pathNot: ['^miniapp/', '^tests/miniapp/'] },
      to: { path: 'node_modules/@tarojs/' },
    },
    {
      name: 'server-does-not-know-the-phone',
      comment: 'functions/ is used by many clients and imports none of them.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(miniapp|infra|tests)/' },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      comment: 'Tests look at the product, never the other way round.',
      from: { path: '^(functions|miniapp|infra)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'A circle means two files are one.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that resolves to nothing is a typo or a missing dependency.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', 'cdk\\.out', '\\.scss$', '\\.(png|svg|css)$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
