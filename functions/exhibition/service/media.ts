/** The files that texts show, and those that are attached, as the domain of media knows them. */
import type { KnownMedia, MediaReads } from '../../media/fragments'
import { mediaUsesOf, type Resolved } from '../../shared/blocks/resolve'
import type { Content } from '../contract/kinds'

/** `media-waits`: for its file or a second person. `media-unusable`: refused, gone, of another city, or not what the block shows. */
export type MediaProblem = 'media-waits' | 'media-unusable'

/** What keeps a text from being shown whole; what can be mended by waiting comes last. */
export async function mediaProblem(
  { readMedia }: MediaReads,
  region: string,
  content: Content,
): Promise<MediaProblem | null> {
  const uses = usesOf(content)
  if (uses.length === 0) return null
  const known = await readMedia(uses.map(({ id }) => id))
  const problems = uses.map((use) => problemOf(use, known.get(use.id), region))
  return problems.find((problem) => problem === 'media-unusable') ?? problems.find(Boolean) ?? null
}

/** Ids of everything that the text shows, or that is attached to it, each once. */
export const mediaIn = (content: Content): string[] => [...new Set(usesOf(content).map(({ id }) => id))]

type Use = { id: string; fits: (kind: KnownMedia['shown']['kind']) => boolean }

/** What is shown in the text, and what is attached to it: a document, which is none of what plays or is seen. */
function usesOf(content: Content): Use[] {
  const shown = 'blocks' in content ? mediaUsesOf(content.blocks) : []
  return [
    ...shown.map(({ id, kind }) => ({ id, fits: (one: string) => one === kind })),
    ...attachedTo(content).map((id) => ({ id, fits: (one: string) => !inText.includes(one) })),
  ]
}
const inText: readonly string[] = ['picture', 'audio', 'video', 'other']

const attachedTo = (content: Content): string[] =>
  content.kind === 'bulletin' ? content.attachments.flatMap(({ media }) => media ?? []) : []

function problemOf({ fits }: Use, file: KnownMedia | undefined, region: string): MediaProblem | null {
  if (!file || file.region !== region || !fits(file.shown.kind) || !mayBeShown.has(file.state))
    return 'media-unusable'
  return file.state === 'approved' ? null : 'media-waits'
}

const mayBeShown: ReadonlySet<string> = new Set(['waiting', 'ready', 'approved'])

/** By what a text of this city is shown: approved files of its own, and nothing else. */
export async function resolvedFor(
  { readMedia }: MediaReads,
  region: string,
  ids: readonly string[],
): Promise<Resolved> {
  const known = ids.length === 0 ? [] : [...(await readMedia(ids)).values()]
  const fit = known.filter((file) => file.state === 'approved' && file.region === region)
  return { media: new Map(fit.map(({ shown }) => [shown.id, shown])), bulletins: new Map() }
}
