/**
 * A process of one Lambda bundle: `fork(call-bundle.cjs, [FOLDER, HANDLER])`. It loads the bundle, answers each list of
 * events that it is sent, and says how much processor time (ms) loading and answering took. Plain JavaScript, so that
 * nothing but the bundle is loaded.
 */
const { join } = require('node:path')

const [, , folder, handler] = process.argv
const [file, exported] = handler.split('.')
const msSince = (from) => {
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}
const invocation = { getRemainingTimeInMillis: () => 10_000, awsRequestId: 'bench' }

const start = process.cpuUsage()
const answer = require(join(folder, file))[exported]
process.send({ ms: msSince(start), answers: [] })

process.on('message', async (events) => {
  try {
    const from = process.cpuUsage()
    const answers = []
    for (const event of events) answers.push(await answer(event, invocation))
    process.send({ ms: msSince(from), answers: answers.map(({ statusCode = 200 } = {}) => ({ statusCode })) })
  } catch (error) {
    process.send({ error: String(error) })
  }
})
