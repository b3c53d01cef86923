import css from './list.module.scss'
import type { Selection } from './props'

/** The box of a row. A press on its cell picks no row. */
export function SelectCell<T>({ row, id, selection }: { row: T; id: string; selection: Selection<T> }) {
  const { selected, canSelect, nameOf, onChange } = selection
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a press on the box from the row; keys reach the box itself
    <td className={css.select} onClick={(event) => event.stopPropagation()}>
      {canSelect(row) && (
        <label className={css.box}>
          <input
            className={css.tick}
            type="checkbox"
            aria-label={`选择${nameOf(row)}`}
            checked={selected.has(id)}
            onChange={() => onChange(toggled(selected, id))}
          />
        </label>
      )}
    </td>
  )
}

/** The box of all rows that can be selected. */
export function SelectAll<T>({
  rows,
  selection: { selected, canSelect, onChange },
}: {
  rows: readonly { id: string; original: T }[]
  selection: Selection<T>
}) {
  const all = rows.filter(({ original }) => canSelect(original)).map(({ id }) => id)
  const isAll = all.length > 0 && all.every((id) => selected.has(id))
  return (
    <th scope="col" className={css.select}>
      {all.length > 0 && (
        <label className={css.box}>
          <input
            className={css.tick}
            type="checkbox"
            aria-label="全选"
            checked={isAll}
            onChange={() => onChange(new Set(isAll ? [] : all))}
          />
        </label>
      )}
    </th>
  )
}

function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}
