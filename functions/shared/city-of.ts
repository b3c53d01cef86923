/** The city that something belongs to: ids of gifts, batches, adjustments and places begin with its adcode. */
export const cityOf = (id: string): string => id.slice(0, 6)
