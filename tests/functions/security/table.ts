/** The tables of docs/authorisation.md. */
import { domains } from '../../../functions/domains'
import { type Power, powers } from '../../../functions/identity/contract'
import { type Part, parts } from '../../support/stage/cast'
import type { Listed } from '../../support/stage/requests'

/** Short, for so many columns; the page says what each is. A power stands with its own name. */
const heads: Record<Exclude<Part, Power>, string> = {
  nobody: '–',
  expired: 'exp',
  self: 'self',
  other: 'other',
  owner: 'own',
  'owner elsewhere': 'own₂',
  salesperson: 'sales',
  manager: 'man',
  'in a district': 'dist',
  'staff elsewhere': 'city₂',
  'just revoked': 'rvk′',
  revoked: 'rvk',
  'logged out': 'out',
}
const headOf = (part: Part): string => (isPower(part) ? part : heads[part])
const isPower = (part: Part): part is Power => powers.some((power) => power === part)

export const authorisationTable = (
  everything: readonly Listed[],
  rowOf: (one: Listed) => Record<Part, string>,
): string => `${powersTable()}${operationsTable(everything, rowOf)}\n`

/** What staff can be allowed, as the domains declare it. */
const powersTable = (): string => {
  const lines = domains.flatMap(({ name, powers }) =>
    Object.entries(powers).map(([power, { title, about }]) => line([`\`${power}\``, name, title, about])),
  )
  const head = [line(['power', 'domain', '名称', '能做什么']), line(['---', '---', '---', '---'])]
  return `\n### powers\n\n${[...head, ...lines].join('\n')}\n`
}

const operationsTable = (
  everything: readonly Listed[],
  rowOf: (one: Listed) => Record<Part, string>,
): string =>
  domains
    .map(({ name: domain }) => {
      const listed = everything.filter((one) => one.domain === domain)
      const lines = listed.map((one) => {
        const { method, path, access } = one.operation
        const row = rowOf(one)
        return line([`\`${method} ${path}\``, access, ...parts.map((part) => cell(row[part]))])
      })
      const head = [
        line(['operation', 'access', ...parts.map(headOf)]),
        line(['---', '---', ...parts.map(() => ':-:')]),
      ]
      return `\n### ${domain}\n\n${[...head, ...lines].join('\n')}\n`
    })
    .join('')

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** Answered is a tick; the code of a refusal stands in the list above the table. */
const cell = (outcome: string) => (outcome === '200' ? '✓' : outcome.slice(0, 3))
