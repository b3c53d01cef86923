// Base library 3.5 (project.config.json) needs WeChat 8.0.4x, which needs iOS 13; Android brings its own Chromium.
const targets = { ios: '13', chrome: '78' }

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets }]],
}
