/** How what a row of a file becomes is called: the last part of its id. Beside the rules, which do not hash. */
import { createHash } from 'node:crypto'
import type { Content } from '../contract/kinds'
import type { NameOf } from '../rules/sheets/read'

/** A bulletin without a name is named after its day and title, so that the same row is the same bulletin whenever it comes. */
export const nameOf: NameOf = ({ name, content }) => name ?? ofDayAndTitle(content)

const ofDayAndTitle = (content: Content): string => {
  const of = content.kind === 'bulletin' ? [content.date, content.title] : []
  return `t${createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 15)}`
}
