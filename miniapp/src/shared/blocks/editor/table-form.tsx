import { Button } from '@/shared/components/button'
import { Field } from '@/shared/components/field'
import { Wrap } from '@/shared/components/stack'
import css from './editor.module.scss'
import type { FormProps } from './props'

const mostColumns = 8
const mostRows = 100

/** A grid of fields; rows and columns are added and taken away at the end. */
export function TableForm({ block, onChange }: FormProps<'table'>) {
  const { columns, rows } = block
  const putCell = (row: number, column: number, text: string) =>
    onChange({
      ...block,
      rows: rows.map((cells, i) =>
        i === row ? columns.map((_, j) => (j === column ? text : (cells[j] ?? ''))) : cells,
      ),
    })
  const withColumns = (count: number) =>
    onChange({
      ...block,
      columns: Array.from({ length: count }, (_, at) => columns[at] ?? ''),
      rows: rows.map((cells) => Array.from({ length: count }, (_, at) => cells[at] ?? '')),
    })
  return (
    <>
      <Field
        label="表名"
        value={block.caption}
        max={100}
        onChange={(caption) => onChange({ ...block, caption })}
      />
      <div className={css.grid}>
        <div className={css.row}>
          {columns.map((text, at) => (
            <Field
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
              key={at}
              label={`表头 ${at + 1}`}
              value={text}
              max={40}
              onChange={(next) =>
                onChange({ ...block, columns: columns.map((one, i) => (i === at ? next : one)) })
              }
            />
          ))}
        </div>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
          <div key={row} className={css.row}>
            {columns.map((_, column) => (
              <Field
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name
                key={column}
                label={`第 ${row + 1} 行第 ${column + 1} 格`}
                value={cells[column] ?? ''}
                max={200}
                onChange={(text) => putCell(row, column, text)}
              />
            ))}
          </div>
        ))}
      </div>
      <Wrap>
        <Button
          disabled={rows.length >= mostRows}
          onTap={() => onChange({ ...block, rows: [...rows, columns.map(() => '')] })}
        >
          加一行
        </Button>
        <Button disabled={rows.length === 0} onTap={() => onChange({ ...block, rows: rows.slice(0, -1) })}>
          删去最后一行
        </Button>
        <Button disabled={columns.length >= mostColumns} onTap={() => withColumns(columns.length + 1)}>
          加一列
        </Button>
        <Button disabled={columns.length <= 1} onTap={() => withColumns(columns.length - 1)}>
          删去最后一列
        </Button>
      </Wrap>
    </>
  )
}
