/**
 * Jest's environment for jsdom, in which finding a button by its role and name costs less. For that the testing library asks for the
 * computed style of every element on the screen, and jsdom then matches some 150 selectors of the browser's own style sheet by a
 * general engine and computes eleven colours. Nobody asks for these colours, and most of those selectors need another tag.
 */
const selectors = require('jsdom/lib/jsdom/living/helpers/selectors')
const { matchesDontThrow } = selectors

/** @returns the tags of which an element must have one to fit the selector; null where any element may fit */
const tagsOf = (selector) => {
  const tags = selector.split(',').map(
    (part) =>
      /^[a-z][a-z0-9]*/i.exec(
        part
          .trim()
          .split(/[\s>]+/)
          .at(-1),
      )?.[0],
  )
  return tags.includes(undefined) ? null : new Set(tags.map((tag) => tag.toLowerCase()))
}

const known = new Map()

selectors.matchesDontThrow = (element, selector) => {
  if (!known.has(selector)) known.set(selector, tagsOf(selector))
  const tags = known.get(selector)
  return (!tags || tags.has(element._localName.toLowerCase())) && matchesDontThrow(element, selector)
}

// After the selectors: it takes the function above when it is loaded.
const {
  propertiesWithResolvedValueImplemented: computed,
} = require('jsdom/lib/jsdom/living/helpers/style-rules')
for (const property of Object.keys(computed)) if (property.endsWith('color')) delete computed[property]

module.exports = require('jest-environment-jsdom')
