import { useId } from 'react'

/** WeChat moves its reader by itself; only the browser needs more. Gives the dialog's id. */
export function useDialogFocus(): string {
  return `sheet${useId().replace(/:/g, '')}`
}
