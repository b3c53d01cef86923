/**
 * What the product did, on the dashboard: counted from the coded lines that the functions log anyway (docs/logging.md) when
 * somebody looks. It costs no metric, no bytes of a bundle and no time of a request (docs/decisions/042).
 */
import { LogQueryVisualizationType, LogQueryWidget } from 'aws-cdk-lib/aws-cloudwatch'

/** Log groups that one query may read. */
const mostLogGroups = 50

const answered = 'filter code = "request-answered"'

const orders = [
  answered,
  'filter method = "POST" and route = "/api/orders" and status = 200',
  'stats count(*) as orders by bin(1h)',
]
const refusals = [
  answered,
  'filter ispresent(problem) and status < 500',
  'stats count(*) as refusals by problem',
  'sort refusals desc',
  'limit 30',
]
/** Writes that conflicted: refused as busy, refused as changed meanwhile, or given up. */
const conflicts = [
  'filter problem like /busy|meanwhile|conflict/ or (code = "table-unavailable" and cause = "conflicts")',
  'stats count(*) as conflicts by bin(1h)',
]

/** @param logs names of the log groups of all domains' functions */
export const businessFigures = (logs: readonly string[]): LogQueryWidget[] => {
  const widget = (title: string, queryLines: string[], view: LogQueryVisualizationType) =>
    new LogQueryWidget({
      title,
      queryLines,
      view,
      logGroupNames: logs.slice(0, mostLogGroups),
      width: 8,
      height: 6,
    })
  return [
    widget('Orders an hour', orders, LogQueryVisualizationType.LINE),
    widget('Refusals by code', refusals, LogQueryVisualizationType.TABLE),
    widget('Conflicts an hour', conflicts, LogQueryVisualizationType.LINE),
  ]
}
