/**
 * Jest's own runtime, which loads what it has loaded before at less cost. Each test file has its own copy of every module, and most
 * of what a small file cost was this loading: the same hundreds of modules, compiled again for each file.
 *
 * 1. A worker compiles a module once. Later files run the compiled script in their own context: the same code, in a copy of its own.
 * 2. `jest.resetModules()` forgets the modules of the phone, which hold the state of a run of the program. What holds none stays:
 *    libraries, contracts and rules, and the knowledge of which file a name means.
 */
const { Script } = require('node:vm')
const { default: JestRuntime } = require('jest-runtime')

/** By parameters and file name; the code beside it, because a test may have written the file anew. */
const scripts = new Map()

const compiled = (code, parameters, filename) => {
  const key = `${parameters} ${filename}`
  const known = scripts.get(key)
  if (known?.code === code) return known.script
  const opening = `(function(${parameters}){`
  // Errors name the line and column of the module, as if nothing stood before it.
  const script = new Script(`${opening}${code}\n})`, { filename, columnOffset: -opening.length })
  scripts.set(key, { code, script })
  return script
}

const isStateless = (file) => file.includes('/node_modules/') || file.includes('/functions/')

module.exports = class QuickRuntime extends JestRuntime {
  constructor(...options) {
    super(...options)
    const { executor } = this
    const compileAnew = executor.compile.bind(executor)
    const parameters = executor.injectedModuleParameters.join(',')
    executor.compile = (code, filename) => {
      const context = this._environment.getVmContext()
      try {
        if (context) return compiled(code, parameters, filename).runInContext(context)
      } catch {
        // Jest knows how to tell what is wrong with a module.
      }
      return compileAnew(code, filename)
    }
  }

  resetModules() {
    const { moduleRegistry } = this.registries
    const stateless = [...moduleRegistry].filter(([file]) => isStateless(file))
    super.resetModules()
    for (const [file, module] of stateless) moduleRegistry.set(file, module)
  }
}
