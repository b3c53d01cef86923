/**
 * Jest's environment for Node, with a plain global object. Jest's own puts a Proxy behind the global object, so that each use of
 * a global (`Object`, `Promise`, `Math`) in a test, in our code and in libraries is a slow look-up through it. A test file still
 * has a global object of its own; only its clean-up property by property at the end goes, as the whole context is dropped.
 */
const vm = require('node:vm')
const { TestEnvironment } = require('jest-environment-node')

const { createContext } = vm

module.exports = class PlainEnvironment extends TestEnvironment {
  constructor(config, context) {
    // The parent makes its context here and nowhere else, and has no option for it.
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY)
    try {
      super(config, context)
    } finally {
      vm.createContext = createContext
    }
  }
}
