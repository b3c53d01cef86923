import type { ExportProps } from './props'

/** WeChat has no files that a person can reach. */
export function ExportButton<T>(_props: ExportProps<T>) {
  return null
}
