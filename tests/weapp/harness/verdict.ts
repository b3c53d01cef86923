/** What the package did that WeChat forbids or that would break on a phone. The walk must end with none. */
export const rules = [
  'unknown wx api',
  'unsupported by the stand-in',
  'undeclared location api',
  'forbidden domain',
  'browser global',
  'code from text',
  'navigateTo a tab page',
  'unknown page',
  'page stack',
  'setData over 1 MB',
  'unknown module',
  'missing file',
  'privacy without a button',
  'undeclared background mode',
  'background audio without a title',
  'uncaught error',
  'view warning',
] as const
export type Rule = (typeof rules)[number]

export interface Violation {
  readonly rule: Rule
  readonly detail: string
}

export interface Verdict {
  readonly violations: readonly Violation[]
  report(rule: Rule, detail: string): void
}

export function createVerdict(): Verdict {
  const violations: Violation[] = []
  return {
    violations,
    report: (rule, detail) => {
      // The same offence in a loop is one finding, not ten thousand lines.
      if (!violations.some((known) => known.rule === rule && known.detail === detail)) {
        violations.push({ rule, detail })
      }
    },
  }
}

/** The text of whatever was thrown, across realms: an error of the vm is no `instanceof Error` here. */
export function errorText(thrown: unknown): string {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) {
    return 'stack' in thrown && typeof thrown.stack === 'string' ? thrown.stack : String(thrown.message)
  }
  return String(thrown)
}
