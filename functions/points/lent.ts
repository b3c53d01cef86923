/**
 * How the partitions begin that each fragment touches in the table of points. The roles of those who use a fragment name
 * these (`dynamodb:LeadingKeys` in infra/domains), so that a fault of theirs reaches no code, no gift's stock, no record.
 */
export const lentPartitions = {
  awards: ['person#', 'accounts#', 'rules#', 'outliers#'],
  deeds: ['audit#', 'acts#'],
  holdings: [
    'person#',
    'accounts#',
    'orders#',
    'gifts#',
    'stock#',
    'waiting#',
    'offers#',
    'outliers#',
    'adjustments#',
    'audit#',
    'acts#',
  ],
} as const
