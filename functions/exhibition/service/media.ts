/** The pictures and recordings that blocks name, as the domain of media knows them. */
import type { KnownMedia, MediaReads } from '../../media/fragments'
import type { Block } from '../../shared/blocks/block'
import { type MediaUse, mediaOf, mediaUsesOf, type Resolved } from '../../shared/blocks/resolve'
import type { Content } from '../contract/kinds'

/** `media-waits`: for its file or a second person. `media-unusable`: refused, gone, of another city, or not what the block shows. */
export type MediaProblem = 'media-waits' | 'media-unusable'

/** What keeps a text from being shown whole; what can be mended by waiting comes last. */
export async function mediaProblem(
  { readMedia }: MediaReads,
  region: string,
  content: Content,
): Promise<MediaProblem | null> {
  const uses = 'blocks' in content ? mediaUsesOf(content.blocks) : []
  if (uses.length === 0) return null
  const known = await readMedia(uses.map(({ id }) => id))
  const problems = uses.map((use) => problemOf(use, known.get(use.id), region))
  return problems.find((problem) => problem === 'media-unusable') ?? problems.find(Boolean) ?? null
}

function problemOf({ kind }: MediaUse, file: KnownMedia | undefined, region: string): MediaProblem | null {
  if (!file || file.region !== region || file.shown.kind !== kind || file.state === 'refused')
    return 'media-unusable'
  return file.state === 'approved' ? null : 'media-waits'
}

/** By what blocks of this city are shown: approved files of its own, and nothing else. */
export async function resolvedFor(
  { readMedia }: MediaReads,
  region: string,
  blocks: readonly Block[],
): Promise<Resolved> {
  const ids = mediaOf(blocks)
  const known = ids.length === 0 ? [] : [...(await readMedia(ids)).values()]
  const fit = known.filter((file) => file.state === 'approved' && file.region === region)
  return { media: new Map(fit.map(({ shown }) => [shown.id, shown])), bulletins: new Map() }
}
