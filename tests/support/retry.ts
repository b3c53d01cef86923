/** Set up for the projects that drive a browser or a phone: one more try, and `tests/run.ts` names who needed it (decision 030). */
jest.retryTimes(1, { logErrorsBeforeRetry: true })
