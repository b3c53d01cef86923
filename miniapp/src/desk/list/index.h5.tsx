import {
  type ColumnDef,
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  type Header,
  type Row,
  type SortingState,
  useReactTable,
} from '@tanstack/react-table'
import { useId, useMemo, useState } from 'react'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { ListFrame } from './frame'
import css from './list.module.scss'
import type { Column, ListProps, Selection } from './props'
import { moveByKey } from './row-keys'
import { SelectAll, SelectCell } from './select'
import { useShownRows } from './shown-rows'

export type { Column, ListProps }

/** The browser: a table whose heads sort; of thousands of rows only those near the window are drawn. */
export function List<T>(props: ListProps<T>) {
  const id = `list${useId().replace(/:/g, '')}`
  const { label, columns, rows, keyOf, picked = null, onPick, detail, isPart = false } = props
  const shown = detail ? columns.filter(({ aside }) => !aside) : columns
  const [sorting, setSorting] = useState<SortingState>([])
  const data = useMemo(() => [...rows], [rows])
  const table = useReactTable({
    data,
    columns: shown.map((column) => definitionOf(column, isPart)),
    getRowId: keyOf,
    state: { sorting },
    onSortingChange: setSorting,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  })
  const all = table.getRowModel().rows
  // Beside an open row there is no room, and what is pressed there is about that row.
  const selection = detail ? undefined : props.selection
  const body: BodyProps<T> = { rows: all, columns: shown, picked, onPick, selection }
  return (
    <ListFrame id={id} props={props}>
      <table
        id={id}
        className={css.table}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        onKeyDown={moveByKey}
      >
        <thead className={css.heads}>
          <tr>
            {selection && <SelectAll rows={all} selection={selection} />}
            {table.getFlatHeaders().map((header, index) => (
              <HeadCell key={header.id} header={header} end={shown[index]?.end} />
            ))}
          </tr>
        </thead>
        {all.length > many ? <LongBody {...body} /> : <ShortBody {...body} />}
      </table>
    </ListFrame>
  )
}

/** Fewer rows than this are all drawn, so that the browser's own search finds each. */
const many = 200

type BodyProps<T> = {
  rows: readonly Row<T>[]
  columns: readonly Column<T>[]
  picked: string | null
  onPick: ((key: string | null) => void) | undefined
  selection: Selection<T> | undefined
}

function ShortBody<T>({ rows, columns, picked, onPick, selection }: BodyProps<T>) {
  return (
    <tbody>
      {rows.map((row, index) => (
        <RowOf
          key={row.id}
          row={row}
          index={index}
          columns={columns}
          selection={selection}
          on={row.id === picked}
          onTap={onPick && (() => onPick(row.id))}
        />
      ))}
    </tbody>
  )
}

function LongBody<T>({ rows, columns, picked, onPick, selection }: BodyProps<T>) {
  const { before, items, after, body, measure } = useShownRows(rows)
  const width = columns.length + (selection ? 1 : 0)
  return (
    <tbody ref={body}>
      {before > 0 && <Gap height={before} columns={width} />}
      {items.map(({ row, index }) => (
        <RowOf
          key={row.id}
          row={row}
          index={index}
          columns={columns}
          selection={selection}
          measure={measure}
          on={row.id === picked}
          onTap={onPick && (() => onPick(row.id))}
        />
      ))}
      {after > 0 && <Gap height={after} columns={width} />}
    </tbody>
  )
}

function definitionOf<T>({ head, sort, cell }: Column<T>, isPart: boolean): ColumnDef<T> {
  return {
    id: head,
    header: head,
    accessorFn: (row) => sort?.(row) ?? '',
    enableSorting: sort !== undefined && !isPart,
    sortingFn: (a, b) => compare(a.getValue(head), b.getValue(head)),
    cell: ({ row }) => cell(row.original),
  }
}

/** Words as a Chinese dictionary has them. */
function compare(a: unknown, b: unknown): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh')
}

function HeadCell<T>({ header, end }: { header: Header<T, unknown>; end: boolean | undefined }) {
  const { column } = header
  const sorted = column.getIsSorted()
  const name = flexRender(column.columnDef.header, header.getContext())
  const order = sorted === 'asc' ? 'ascending' : 'descending'
  return (
    <th
      scope="col"
      className={`${css.head} ${end ? css.end : ''}`}
      aria-sort={sorted === false ? undefined : order}
    >
      {column.getCanSort() ? (
        <Tap className={css.sort} onTap={() => column.toggleSorting()}>
          <span>{name}</span>
          {sorted !== false && <Icon name={sorted === 'asc' ? 'up' : 'down'} size="s" />}
        </Tap>
      ) : (
        name
      )}
    </th>
  )
}

function RowOf<T>({
  row,
  index,
  columns,
  selection,
  measure,
  on,
  onTap,
}: {
  row: Row<T>
  index: number
  columns: readonly Column<T>[]
  selection: Selection<T> | undefined
  measure?: (element: HTMLTableRowElement | null) => void
  on: boolean
  onTap: (() => void) | undefined
}) {
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={`${css.row} ${on ? css.on : ''} ${onTap ? css.live : ''}`}
      onClick={onTap}
    >
      {selection && <SelectCell row={row.original} id={row.id} selection={selection} />}
      {row.getVisibleCells().map((cell, at) => (
        <td key={cell.id} className={`${css.cell} ${columns[at]?.end ? css.end : ''}`}>
          <span className={css.key} aria-hidden>
            {columns[at]?.head}
          </span>
          {at === 0 && onTap ? (
            // The press rises to the row, which knows what to do.
            <Tap className={css.name} current={on} onTap={() => {}}>
              {flexRender(cell.column.columnDef.cell, cell.getContext())}
            </Tap>
          ) : (
            <div className={css.value}>{flexRender(cell.column.columnDef.cell, cell.getContext())}</div>
          )}
        </td>
      ))}
    </tr>
  )
}

/** Stands for the rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  )
}
