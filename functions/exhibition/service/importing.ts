/**
 * Files of bulletins and of the fund become drafts, which go the way of every draft: nothing is public before somebody else has
 * approved it. A file with anything wrong in it does nothing; one that was cut off goes on where the same file is given again.
 */
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../../shared/result'
import { readCsv } from '../../shared/sheet/csv'
import { titleOf } from '../contract/kinds'
import type { ImportedSheet, SheetKind, SheetPlan } from '../contract/sheets'
import { created, isUnkept, replaced } from '../rules/machine'
import { type Planned, planned } from '../rules/sheets/plan'
import { type Drafted, type ReadSheet, readSheet } from '../rules/sheets/read'
import { type Changing, type EntryDependencies, existing } from './changing'
import { mediaIn } from './media'
import { nameOf } from './naming'

type SheetFile = { region: string; kind: SheetKind; bytes: Uint8Array }
type Looked = { plan: SheetPlan; entries: Planned[] }

/** Written at once; a file of 500 rows is done in a few seconds. */
const atOnce = 8

export const importingService = (
  { store, uses, clock }: Pick<EntryDependencies, 'store' | 'uses' | 'clock'>,
  { change, record }: Changing,
) => {
  const { entries } = store

  /** What there is of these ids, with its working text. */
  const stored = async (ids: readonly string[]) => {
    const items = await entries.readMany(ids)
    const texts = await entries.readWorkings(items.map(({ id }) => id))
    return new Map(
      items.flatMap((entry) => {
        const content = texts.get(entry.id)
        return content ? [[entry.id, { entry, content }] as const] : []
      }),
    )
  }

  const look = async (file: SheetFile): Promise<Looked> => {
    const sheet = sheetOf(file)
    const drafts = sheet.drafts.map((draft) => ({ ...draft, id: idOf(file, draft) }))
    const there = await stored(sheet.problems.length > 0 ? [] : drafts.map(({ id }) => id))
    const all = drafts.map((draft) => planned(draft, there.get(draft.id) ?? null))
    const { rows, problems } = sheet
    const shown = problems.length > 0 ? [] : all.map((one) => one.shown)
    return { plan: { plan: tokenOf(file, all), rows, problems, entries: shown }, entries: all }
  }

  const create = async (one: Planned, { region }: SheetFile, by: string, requestDigest: string) => {
    const entry = created(
      { id: one.id, region, content: one.content, asked: requestDigest },
      { by, at: clock() },
    )
    await uses.use(mediaIn(one.content), entry.id)
    const written = await store.transact([
      entries.putNew(entry),
      entries.putWorking(entry, one.content),
      ...record('entry-created', entry, by, { name: titleOf(one.content) }),
    ])
    return written.ok ? entry : null
  }

  /** A draft in whose place it comes, and which is no version yet, becomes one: nothing that was acknowledged is lost. */
  const overwrite = async ({ id, base, content }: Planned, by: string) => {
    const done = await change<'entry-state' | 'entry-conflict'>(id, async (before) => {
      if (before.revision !== base) return err('entry-conflict')
      const { content: working } = await existing(entries.readWorking(id))
      const text = { base, content, writers: [], same: null, keeps: isUnkept(before) }
      const moved = replaced(before, text, { by, at: clock() })
      if (!moved.ok) return moved
      const { after, kept } = moved.value
      // What the text names no more is not left: a version names it, this one or an earlier.
      await uses.use(mediaIn(content), id)
      return ok({
        after,
        also: [
          entries.putWorking(after, content),
          ...(kept ? entries.putVersion(id, { ...kept, content: working }) : []),
          ...record('entry-imported', after, by, { name: titleOf(content) }),
        ],
      })
    })
    return done.ok ? done.value : null
  }

  const write = async (one: Planned, file: SheetFile, by: string, requestDigest: string): Promise<Done> => {
    const entry = one.base === null ? await create(one, file, by, requestDigest) : await overwrite(one, by)
    const { id, content, base } = one
    const title = titleOf(content)
    if (!entry) return { id, title, done: 'left', revision: base ?? 0 }
    return { id, title, done: base === null ? 'created' : 'changed', revision: entry.revision }
  }

  return {
    /** What the file would do; nothing is written. */
    checkSheet: async (file: SheetFile): Promise<SheetPlan> => (await look(file)).plan,

    /** @param seen the plan that was looked at */
    async importSheet(
      file: SheetFile,
      { seen, by }: { seen: string; by: string },
    ): Promise<Result<ImportedSheet, { code: 'sheet-wrong' | 'sheet-changed'; plan: SheetPlan }>> {
      const { plan, entries: all } = await look(file)
      if (plan.problems.length > 0) return err({ code: 'sheet-wrong', plan })
      if (plan.plan !== seen) return err({ code: 'sheet-changed', plan })
      const todo = all.filter(({ change: what }) => what === 'new' || what === 'changed')
      const done: Done[] = []
      for (let at = 0; at < todo.length; at += atOnce) {
        const some = todo.slice(at, at + atOnce)
        done.push(...(await Promise.all(some.map((one) => write(one, file, by, seen)))))
      }
      return ok({ entries: done })
    },
  }
}
type Done = ImportedSheet['entries'][number]

const sheetOf = ({ kind, bytes }: SheetFile): ReadSheet => {
  // What Excel saves by itself.
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b
  const read = isWorkbook
    ? err('这是 Excel 工作簿；请在 Excel 里“另存为”，选“CSV UTF-8（逗号分隔）”')
    : readCsv(bytes)
  if (!read.ok) return { rows: 0, drafts: [], problems: [{ line: null, column: null, reason: read.error }] }
  return readSheet(kind, read.value.rows, nameOf)
}

const idOf = ({ region, kind }: SheetFile, draft: Drafted): string => `${region}-${kind}-${nameOf(draft)}`

/** Of the file and everything that it meets. */
const tokenOf = ({ region, kind, bytes }: SheetFile, entries: readonly Planned[]): string =>
  createHash('sha256')
    .update(bytes)
    .update(JSON.stringify([region, kind, entries.map(({ id, change, base }) => [id, change, base])]))
    .digest('hex')
