// The oldest phones that may open the mini-program: docs/deploy.md says why these.
const { ios, chrome } = require('./config/floor.json')

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets: { ios, chrome } }]],
}
