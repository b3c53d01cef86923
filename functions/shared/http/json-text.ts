/**
 * JSON that is already written and knows of what. Lists answer the same places all day: each is written once, and a list
 * is put together from texts.
 */
export class JsonText<T> {
  /** For the compiler alone: it keeps texts of different values apart. */
  declare protected readonly says: T

  private constructor(readonly text: string) {}

  static of<T>(value: T): JsonText<T> {
    return new JsonText(JSON.stringify(value))
  }

  static list<T>(items: readonly JsonText<T>[]): JsonText<T[]> {
    return new JsonText(`[${items.map(({ text }) => text).join()}]`)
  }

  static field<Name extends string, T>(name: Name, { text }: JsonText<T>): JsonText<Record<Name, T>> {
    return new JsonText(`{${JSON.stringify(name)}:${text}}`)
  }

  /** The object with one whole number; `name` needs no escaping. */
  static whole<Name extends string>(name: Name, value: number): JsonText<Record<Name, number>> {
    return new JsonText(`{"${name}":${value}}`)
  }

  /** One object with the fields of all; none may be empty, and no field may be in two. */
  static merge<A extends object, B extends object>(a: JsonText<A>, b: JsonText<B>): JsonText<A & B>
  static merge<A extends object, B extends object, C extends object>(
    a: JsonText<A>,
    b: JsonText<B>,
    c: JsonText<C>,
  ): JsonText<A & B & C>
  static merge(a: JsonText<object>, b: JsonText<object>, c?: JsonText<object>): JsonText<object> {
    const two = `{${a.text.slice(1, -1)},${b.text.slice(1, -1)}`
    return new JsonText(c ? `${two},${c.text.slice(1)}` : `${two}}`)
  }
}
