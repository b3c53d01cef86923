/**
 * In the place of `fast-check` for every test: property tests draw the same examples in every run of `npm test`, so that nobody
 * is refused for what another draw finds in somebody else's code. `FC_SEED=<number>` draws others: `npm run check` does so with a
 * new number each time, and prints it.
 */
const fastCheck = require('../../node_modules/fast-check/lib/cjs/fast-check.js')

fastCheck.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_128) })

module.exports = fastCheck
