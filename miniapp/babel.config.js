// The oldest phones that may open the mini-program: docs/deploy.md says why these.
const { ios, chrome } = require('./config/floor.json')
const { files } = require('./config/contracts.json')
const pureCalls = require('./config/pure-calls')

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets: { ios, chrome } }]],
  // `document.all` is the one value that a short test of `??` and `?.` misses, and nothing counts a function's parameters.
  assumptions: { noDocumentAll: true, ignoreFunctionLength: true },
  overrides: [{ test: new RegExp(files), plugins: [pureCalls] }],
}
