/**
 * What runs once more on DynamoDB Local (`npm test`, “referee”): every file of `functions` that asks an engine something of
 * its own, which is whatever conditions, transactions, indexes, pages, batches and limits decide. Not what only asks again.
 * Of 23 files whose statements were recorded (command, expressions, index: 86 kinds), two kinds were sent by files of
 * `security/` alone; the files that stay and were not recorded are believed to send them, which nobody has confirmed.
 */
export const oneEngineIsEnough: readonly { files: string; because: string }[] = [
  {
    files: 'functions/security/',
    because:
      'who may do what is decided before the store, and what the store is asked are the requests of its domains',
  },
  {
    files:
      'functions/places/(\\w+/)?(bad-input|city-grid|contact|logs|nearby|open-data|promises|search)\\.integration',
    because: 'they read a catalogue as catalogue.integration does, and work it out in memory',
  },
  {
    files: 'functions/points/proof/killed\\.integration',
    because:
      'a process is killed, not an engine; the same requests meet conflicts and time out in concurrent-orders.integration',
  },
]

/** Arguments of jest. */
export const refereeArgs = (): string[] => [
  ...['--selectProjects', 'functions', '--testPathPatterns', 'integration'],
  ...['--testPathIgnorePatterns', ...oneEngineIsEnough.map(({ files }) => files)],
]
