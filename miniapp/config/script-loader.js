/**
 * Compiles a script of the browser's build: by swc, or by Babel where one of Babel's plugins has something to do in the file.
 * Both write for the oldest phone. swc works beside webpack, in threads of its own; Babel in webpack's.
 */
const { transformAsync } = require('@babel/core')
const { transform } = require('@swc/core')
const { files } = require('./contracts.json')
const { ios, chrome } = require('./floor.json')

const contracts = new RegExp(files)
// Of Taro only the functions that are called are taken along, and calls in contracts are marked as free of side effects.
const needsBabel = (file, text) => contracts.test(file) || /['"]@tarojs\/taro['"]/.test(text)

const byBabel = (filename, text, options) => {
  const caller = { name: 'webpack', supportsStaticESM: true, supportsDynamicImport: true }
  return transformAsync(text, { ...options, filename, caller, sourceMaps: false })
}

/** With options that mean what babel.config.js says. */
const bySwc = (filename, text) =>
  transform(text, {
    filename,
    configFile: false,
    swcrc: false,
    sourceMaps: false,
    // Some of Taro's own files are CommonJS.
    isModule: 'unknown',
    env: { targets: { ios, chrome } },
    jsc: {
      parser: { syntax: 'typescript', tsx: /x$/.test(filename) },
      transform: { react: { runtime: 'automatic' } },
      assumptions: { noDocumentAll: true, ignoreFunctionLength: true },
    },
  })

module.exports = function compile(text) {
  const done = this.async()
  const file = this.resourcePath
  const compiled = needsBabel(file, text) ? byBabel(file, text, this.getOptions()) : bySwc(file, text)
  compiled.then(({ code }) => done(null, code), done)
}
