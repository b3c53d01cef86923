/** One jest, one project a kind of test (docs/architecture.md names what each proves). */
const { resolve } = require('node:path')

const esmPackages = [
  'kdbush',
  'geokdbush',
  'tinyqueue',
  'supercluster',
  'jose',
  '@scure',
  '@stablelib',
  'uqr',
]

const shared = {
  rootDir: resolve(__dirname, '..'),
  testRunner: '<rootDir>/tests/support/measured-runner.cjs',
  runtime: '<rootDir>/tests/support/quick-runtime.cjs',
  // Jest runs a test in a world of its own, where each use of a global is a slow look-up: Math is used in the innermost loops.
  sandboxInjectedGlobals: ['Math'],
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  moduleNameMapper: {
    '^fast-check$': '<rootDir>/tests/support/fast-check.cjs',
    '^@contract/(.*)$': '<rootDir>/functions/$1/contract.ts',
    '^@functions/(.*)$': '<rootDir>/functions/$1.ts',
    '^@common/(.*)$': '<rootDir>/functions/shared/$1.ts',
    '^@/(.*)$': '<rootDir>/miniapp/src/$1',
  },
}

const project = (name, options = {}) => ({
  ...shared,
  displayName: name,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts?(x)`],
  testEnvironment: '<rootDir>/tests/support/plain-environment.cjs',
  ...options,
})

/** On the phone's side Taro is a phone in memory, its components are the browser's, and styles are their own names. */
const miniapp = project('miniapp', {
  // Of a file that is there twice the browser's is taken: it renders real buttons and headings.
  moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: {
    '\\.s?css$': '<rootDir>/tests/miniapp/support/styles.ts',
    '^@tarojs/taro$': '<rootDir>/tests/miniapp/support/taro.ts',
    '^@tarojs/components$': '<rootDir>/miniapp/src/shared/web/elements.tsx',
    ...shared.moduleNameMapper,
  },
})

/** A browser's or a phone's runtime is nobody's we could mend: one more try, never in the ledger (decision 030). */
const retrying = { setupFilesAfterEnv: ['<rootDir>/tests/support/retry.ts'] }

/** One running product for all its files; each opens a browser of its own. */
const e2e = project('e2e', {
  ...retrying,
  globalSetup: '<rootDir>/tests/e2e/support/setup.ts',
  globalTeardown: '<rootDir>/tests/e2e/support/teardown.ts',
})

module.exports = {
  // For what hangs; a slow or busy machine is no reason to fail.
  testTimeout: 300_000,
  // A worker of hundreds of files holds gigabytes, and collecting them makes its later files cost twice as much: it begins anew.
  workerIdleMemoryLimit: '800MB',
  projects: [project('functions'), project('infra'), miniapp, project('weapp', retrying), e2e],
}
