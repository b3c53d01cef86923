/**
 * What runs once more on DynamoDB Local (`npm test`, “referee”): every file of `functions` that asks an engine something of
 * its own, which is whatever conditions, transactions, indexes, pages, batches and limits decide. Not what only asks again:
 * the statements that these send, by command, expressions and index, are all sent by files that stay.
 */
export const oneEngineIsEnough: readonly { files: string; because: string }[] = [
  {
    files: 'functions/security/',
    because:
      'who may do what is decided before the store, and what the store is asked are the requests of its domains',
  },
  {
    files:
      'functions/places/(bad-input|city-grid|contact|logs|nearby|open-data|promises|search)\\.integration',
    because: 'they read a catalogue as catalogue.integration does, and work it out in memory',
  },
  {
    files: 'functions/points/proof/killed\\.integration',
    because:
      'a process is killed, not an engine; the same requests meet conflicts and time out in storms.integration',
  },
]

/** Arguments of jest. */
export const refereeArgs = (): string[] => [
  ...['--selectProjects', 'functions', '--testPathPatterns', 'integration'],
  ...['--testPathIgnorePatterns', ...oneEngineIsEnough.map(({ files }) => files)],
]
