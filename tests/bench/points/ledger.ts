/** What concurrent calls ask of a ledger, ours or another, and how it is held to account afterwards. */

/** `again`: it was busy, or died on the way; whoever asked asks again with the same key. */
export type Outcome = 'done' | 'sold-out' | 'refused' | 'retry'

export type Ledger = {
  /** A piece of the one gift; asked twice with the same key it is the same wish. */
  order(person: string, key: string): Promise<Outcome>
  /** Once a day. */
  checkIn(person: string, day: string): Promise<Outcome>
}

/** What a ledger holds in the end. */
export type Books = {
  /** The buyer of each order. */
  orders: readonly string[]
  /** Pieces that it would still sell. */
  left: number
  balances: ReadonlyMap<string, number>
}

export type Opening = {
  people: readonly string[]
  pieces: number
  points: number
  price: number
  award: number
}

/** What is wrong in the books after everybody had one wish and checked in once. */
export type Damage = {
  /** Pieces promised that are not there. */
  oversold: number
  /** Orders beyond the first of a person with one wish. */
  doubledOrders: number
  /** Points that stayed on an account although they bought something, or came twice. */
  doubledPoints: number
  /** Points that left an account for nothing, or were earned and are not there. */
  lostPoints: number
  /** Pieces of which the stock knows nothing any more, or that it counts twice. */
  stockOff: number
}

export function damageIn({ orders, left, balances }: Books, opening: Opening): Damage {
  const { people, pieces, points, price, award } = opening
  const bought = new Map<string, number>()
  for (const person of orders) bought.set(person, (bought.get(person) ?? 0) + 1)
  const differences = people.map(
    (person) => (balances.get(person) ?? 0) - (points + award - price * (bought.get(person) ?? 0)),
  )
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + Math.max(0, value), 0)
  return {
    oversold: Math.max(0, orders.length - pieces),
    doubledOrders: sum([...bought.values()].map((count) => count - 1)),
    doubledPoints: sum(differences),
    lostPoints: sum(differences.map((difference) => -difference)),
    stockOff: Math.abs(pieces - left - orders.length),
  }
}
