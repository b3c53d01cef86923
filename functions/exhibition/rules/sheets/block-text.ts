/**
 * Blocks as a text that people write in a cell: paragraphs as they are, `# 小标题`, `## 更小的标题`, and what else there is as `【图片】` with a
 * line for each field. A blank line parts blocks. What would read otherwise stands behind a backslash, so that every list of blocks reads
 * back as it was, but for the ids, which `keptIds` gives back. Pure.
 */
import { type Block, blockSchema } from '../../../shared/blocks/block'
import { err, ok, type Result } from '../../../shared/result'
import * as z from '../../../shared/zod'
import { type BlockForm, blockForms, type FieldForm } from './block-forms'
import { escaped, listLine, listOf, unescaped } from './lines'

const listSchema = z.array(z.unknown())
const recordSchema = z.record(z.string(), z.unknown())

export const blockText = (blocks: readonly Block[]): string => blocks.map(written).join('\n\n')

function written(block: Block): string {
  if (block.type === 'heading') return `${block.level === 2 ? '#' : '##'} ${block.text}`
  if (block.type === 'text') return block.text.split('\n').map(plainLine).join('\n')
  const form = blockForms.find(({ type }) => type === block.type)
  if (!form) throw new Error('a block without a form')
  const values: Record<string, unknown> = { ...block }
  return [
    `【${form.name}】`,
    ...form.fields.flatMap((field) =>
      linesOf(field, values[field.key]).map((line) => `${field.name}：${line}`),
    ),
  ].join('\n')
}

/** Of a paragraph: a line that would be something else is marked as text. */
const plainLine = (line: string): string => (line.trim() === '' || /^[\\#【]/.test(line) ? `\\${line}` : line)

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

function linesOf(field: FieldForm, value: unknown): string[] {
  switch (field.as) {
    case 'list':
      return [listLine(listSchema.parse(value).map(textOf))]
    case 'lists':
      return listSchema.parse(value).map((row) => listLine(listSchema.parse(row).map(textOf)))
    case 'records':
      return listSchema.parse(value).map((one) => {
        const record = recordSchema.parse(one)
        return listLine(field.of.map(({ key }) => textOf(record[key])))
      })
    default:
      return [escaped(textOf(value))]
  }
}

/** The blocks, with ids of no meaning; the error is a sentence about a line of the text. */
export function blocksIn(text: string): Result<Block[], string> {
  const blocks: Block[] = []
  for (const part of partsOf(text)) {
    const read = blockOf(part.lines, `b${blocks.length + 1}`)
    if (!read.ok) return err(`正文第 ${part.at} 行：${read.error}`)
    blocks.push(read.value)
  }
  return ok(blocks)
}

type Part = { at: number; lines: string[] }

/** A blank line ends a block, and so does the line of a heading. */
function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let open: Part | null = null
  for (const [index, line] of text.split('\n').entries()) {
    const isHeading = line.startsWith('#')
    if (line.trim() === '' || isHeading) open = null
    if (line.trim() === '') continue
    if (open) open.lines.push(line)
    else {
      const part = { at: index + 1, lines: [line] }
      parts.push(part)
      open = isHeading ? null : part
    }
  }
  return parts
}

function blockOf(lines: readonly string[], id: string): Result<Block, string> {
  const [first = '', ...rest] = lines
  const heading = /^(##?) ?(.*)$/s.exec(first)
  if (heading) return checked({ id, type: 'heading', text: heading[2], level: heading[1] === '#' ? 2 : 3 })
  const marked = /^【([^】]*)】\s*$/.exec(first)
  if (marked) return formed(marked[1] ?? '', rest, id)
  if (first.startsWith('【'))
    return err('“【”开头的一行只能是一块的名字，例如【图片】；要当文字写，前面加一个 \\')
  return checked({ id, type: 'text', text: lines.map((line) => line.replace(/^\\/, '')).join('\n') })
}

function formed(name: string, lines: readonly string[], id: string): Result<Block, string> {
  const form = blockForms.find((one) => one.name === name.trim())
  if (!form) return err(`不认识的【${name}】，可用：${blockForms.map((one) => `【${one.name}】`).join('')}`)
  const values = new Map<string, string[]>()
  for (const line of lines) {
    const [, field = '', value = ''] = /^([^：:]*)[：:](.*)$/s.exec(line) ?? []
    const known = form.fields.find((one) => one.name === field.trim())
    if (!known) return err(`【${form.name}】里每行先写 ${namesIn(form)} 之一和冒号`)
    values.set(known.key, [...(values.get(known.key) ?? []), value])
  }
  const twice = form.fields.find(({ key, as }) => !isMany(as) && (values.get(key) ?? []).length > 1)
  if (twice) return err(`【${form.name}】的“${twice.name}”写了不止一次`)
  const fields = form.fields.map((field): [string, unknown] => [
    field.key,
    fieldValue(field, values.get(field.key) ?? []),
  ])
  return checked({ id, type: form.type, ...Object.fromEntries(fields) }, form)
}

const isMany = (as: FieldForm['as']) => as === 'lists' || as === 'records'
const namesIn = ({ fields }: BlockForm) => fields.map(({ name }) => name).join('、')

function fieldValue(field: FieldForm, lines: readonly string[]): unknown {
  const [only = ''] = lines
  switch (field.as) {
    case 'number':
      return numberIn(unescaped(only))
    case 'or-null':
      return unescaped(only) === '' ? null : unescaped(only)
    case 'list':
      return listOf(only)
    case 'lists':
      return lines.map(listOf)
    case 'records':
      return lines.map((line) => {
        const parts = listOf(line)
        // One too many is a key of its own, which no block has.
        const extra = parts.length > field.of.length ? { extra: true } : {}
        const entries = field.of.map(({ key, isNumber }, i): [string, unknown] => [
          key,
          isNumber ? numberIn(parts[i] ?? '') : (parts[i] ?? ''),
        ])
        return { ...Object.fromEntries(entries), ...extra }
      })
    default:
      return unescaped(only)
  }
}

const numberIn = (text: string): unknown =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : text

function checked(value: unknown, form?: BlockForm): Result<Block, string> {
  const parsed = blockSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  const field = form?.fields.find(({ key }) => key === issue?.path[0])
  const where = form ? `【${form.name}】${field ? `的“${field.name}”` : ''}` : ''
  return err(issue?.code === 'too_big' ? `${where}太长了，最多 ${issue.maximum}` : `${where}写得不对`)
}

/** The ids that the same blocks had before: of what is equal first, then of what has the same type, in order. */
export function keptIds(before: readonly Block[], after: readonly Block[]): Block[] {
  const free = [...before]
  const take = (fits: (old: Block) => boolean): string | null => {
    const at = free.findIndex(fits)
    return at < 0 ? null : (free.splice(at, 1)[0]?.id ?? null)
  }
  const equal = after.map((block) => take((old) => sameText(old, block)))
  const alike = after.map(({ type }, i) => equal[i] ?? take((old) => old.type === type))
  const used = new Set(alike)
  let next = 0
  const fresh = (): string => {
    do next++
    while (used.has(`b${next}`))
    return `b${next}`
  }
  return after.map((block, i) => ({ ...block, id: alike[i] ?? fresh() }))
}

const sameText = (one: Block, other: Block): boolean =>
  JSON.stringify({ ...one, id: '' }) === JSON.stringify({ ...other, id: '' })
