/**
 * Marks the calls that make schemas and endpoints while a contract is loaded as free of side effects, so that what nothing
 * imports is left out of the bundle: no bundler can see by itself that `z.object(…)` does nothing but return.
 */
module.exports = () => ({
  visitor: {
    'CallExpression|NewExpression'(path) {
      if (path.getFunctionParent()) return
      const marked = (path.node.leadingComments ?? []).some(({ value }) => value.includes('#__PURE__'))
      if (!marked) path.addComment('leading', '#__PURE__')
    },
  },
})
