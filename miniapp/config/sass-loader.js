/**
 * Compiles a style sheet: at once, which takes half as long as Sass takes where it may be interrupted, and without a map, which no
 * build here has. Pictures in our sheets are data, so that no address has to be followed.
 */
const { fileURLToPath } = require('node:url')
const { compile } = require('sass')

module.exports = function compileSheet() {
  const { css, loadedUrls } = compile(this.resourcePath)
  for (const url of loadedUrls) this.addDependency(fileURLToPath(url))
  return css
}
