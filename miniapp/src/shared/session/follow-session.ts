/** A phone runs the program once: there is no other place where somebody else could log in. */
export function followSession(): void {}
