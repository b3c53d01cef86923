import { addedColumns, type CellForm, type ShownPlace } from '@contract/places'

/** What is known of a place in the fields that the contract describes with a column of their own, in their order. */
export function addedFacts(place: ShownPlace): { name: string; text: string }[] {
  return addedColumns.flatMap(({ column, title, cell }) => {
    const text = addedText(cell, place[column])
    return text === null ? [] : [{ name: title, text }]
  })
}

/** Null where nothing is known, or nothing that this build can say. */
export function addedText(form: CellForm, value: unknown): string | null {
  if (form.form === 'yes-no') return typeof value === 'boolean' ? (value ? '有' : '没有') : null
  if (typeof value !== 'string') return null
  return form.form === 'word' ? (form.words[value] ?? null) : value
}
