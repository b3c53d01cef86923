/** What the tests of security need for each operation of a domain; all else follows from its declaration. */
import type { Context } from '../../../functions/shared/aws/context'
import type { GatewayHandler } from '../../../functions/shared/http/lambda'
import type { Part } from './cast'
import type { Scene } from './scene'
import type { Somebody } from './stage'

export type StageRequest = { target: string; body?: unknown }
/** A valid request; `who` asks; null where nobody is logged in. */
export type Asking = (scene: Scene, who: Somebody | null) => StageRequest | Promise<StageRequest>

export type Facts = {
  ask: Asking
  /** It changes something and takes no second person: why. */
  onePerson?: string
  /** A look of staff or outlets that declares no price, since it is read whole: what keeps that small. */
  readWhole?: string
  /** A look that needs a body: one that asks for as much as one may. */
  largest?: (scene: Scene) => Promise<unknown>
  /** Whoever asks is logged out by it, or gone. */
  endsWhoAsks?: true
  /** Tokens of before are refused to whoever asks, where they take a role. */
  revokesTokens?: true
  /** The status that somebody with every right to ask gets, if it is not 200. */
  answered?: number
  /** Who is answered otherwise than the access alone says, as status and code: `403 own-outlet`. */
  answers?: Partial<Record<Part, string>>
  /** What a desktop tells the phone that is to approve it (`fresh`). */
  purpose?: object
}

/** What a domain keeps of people: the world of the test of personal data makes it, and finds it again. */
export type Holding = {
  /** What somebody wrote in it as a citizen: shown to them, and gone with them. */
  words: readonly string[]
  /** Makes one of each kind for somebody, through the API. */
  make: (scene: Scene, who: Somebody) => Promise<unknown>
}

export type StageDomain<Name extends string = string> = {
  create: (context: Context) => GatewayHandler
  requests: Readonly<Record<Name, Asking | Facts>>
  holding?: Holding
}

export const factsOf = (request: Asking | Facts): Facts =>
  typeof request === 'function' ? { ask: request } : request

export const [logIn, forbidden] = ['401 unauthenticated', '403 forbidden'] as const
