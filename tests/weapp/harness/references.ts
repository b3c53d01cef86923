/**
 * Names that a file of the package takes from outside: found in its syntax tree, so that code which never
 * runs in a walk is judged as well. A name that is only asked after (`typeof document`) is not taken.
 */
import ts from 'typescript'

export interface Reference {
  readonly name: string
  /** Offset in the file. */
  readonly at: number
  /** The code around it, for a message. */
  readonly code: string
}

/** Browser and Node names that do not exist in a mini-program's logic layer. */
export const absentNames = [
  'window',
  'document',
  'self',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'XMLHttpRequest',
  'WebSocket',
  'fetch',
  'Headers',
  'Request',
  'Response',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'AbortController',
  'Blob',
  'File',
  'FormData',
  'Image',
  'Worker',
  'MutationObserver',
  'IntersectionObserver',
  'ResizeObserver',
  'DOMParser',
  'HTMLElement',
  'Element',
  'Node',
  'Event',
  'CustomEvent',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'queueMicrotask',
  'structuredClone',
  'performance',
  'crypto',
  'btoa',
  'atob',
  'alert',
  'confirm',
  'Intl',
  'WebAssembly',
  'process',
  'Buffer',
  'setImmediate',
  'MessageChannel',
] as const

/** The doors from text to code. */
export const evaluators = ['eval', 'Function'] as const

/** References to any of `names` that no `typeof` guards. */
export function freeReferences(file: string, code: string, names: readonly string[]): Reference[] {
  const wanted = new Set(names.filter((name) => code.includes(name)))
  if (wanted.size === 0) return []
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS)
  const found: Reference[] = []
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node) && wanted.has(node.text) && isTaken(node)) {
      const at = node.getStart(source)
      found.push({
        name: node.text,
        at,
        code: code.slice(Math.max(0, at - 60), at + 60).replace(/\s+/g, ' '),
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const isTaken = (name: ts.Identifier) => isReference(name) && !isDeclaredAround(name) && !isGuarded(name)

/** An identifier that stands for a value, not for a key or a label. */
function isReference(name: ts.Identifier): boolean {
  const { parent } = name
  // `Function.toString` reads; only a call or a value handed on can turn text into code.
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name && name.text !== 'Function'
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isAccessor(parent)) {
    return ts.isPropertyAssignment(parent) && parent.initializer === name
  }
  if (ts.isBindingElement(parent)) return parent.initializer === name
  return !(
    ts.isLabeledStatement(parent) ||
    ts.isBreakOrContinueStatement(parent) ||
    ts.isTypeOfExpression(parent)
  )
}

/** Whether a function or file around it declares the name itself. */
function isDeclaredAround(name: ts.Identifier): boolean {
  for (let scope: ts.Node = name.parent; scope !== undefined; scope = scope.parent) {
    if (!(ts.isFunctionLike(scope) || ts.isSourceFile(scope) || ts.isBlock(scope) || ts.isCatchClause(scope)))
      continue
    if (declares(scope, name.text)) return true
  }
  return false
}

function declares(scope: ts.Node, name: string): boolean {
  const binds = (node: ts.Node): boolean => {
    if (
      (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) &&
      namesItself(node, name)
    ) {
      return true
    }
    if ((ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node !== scope)
      return node.name?.text === name
    if (ts.isFunctionExpression(node) && node === scope && node.name?.text === name) return true
    // A function's own declarations are its own business.
    if (ts.isFunctionLike(node) && node !== scope) return false
    return ts.forEachChild(node, binds) ?? false
  }
  return binds(scope)
}

const namesItself = (
  node: ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement,
  name: string,
) => ts.isIdentifier(node.name) && node.name.text === name

/** `typeof x` stands before it in the same condition, or in the condition of the branch it is in. */
function isGuarded(name: ts.Identifier): boolean {
  for (let node: ts.Node = name; node.parent !== undefined; node = node.parent) {
    const { parent } = node
    if (ts.isBinaryExpression(parent) && parent.right === node && asksAfter(parent.left, name.text))
      return true
    if (
      ts.isConditionalExpression(parent) &&
      parent.condition !== node &&
      asksAfter(parent.condition, name.text)
    )
      return true
    if (ts.isIfStatement(parent) && parent.expression !== node && asksAfter(parent.expression, name.text))
      return true
  }
  return false
}

function asksAfter(condition: ts.Node, name: string): boolean {
  if (ts.isTypeOfExpression(condition) && ts.isIdentifier(condition.expression))
    return condition.expression.text === name
  return ts.forEachChild(condition, (child) => asksAfter(child, name) || undefined) ?? false
}
