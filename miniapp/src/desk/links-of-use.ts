/** The pages of what uses files, by domain. The registry fills it; a review that read the registry itself would be part of what it loads. */
import type { LinkOfUse } from './registration'

const links = new Map<string, LinkOfUse>()

export const addLinkOfUse = (link: LinkOfUse) => links.set(link.domain, link)
export const linkOfUse = (domain: string): LinkOfUse | undefined => links.get(domain)
