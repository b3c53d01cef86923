import { type DomainName, domains } from '../../../functions/domains'

/** The domain that answers at this target; undefined where no operation has its path. */
export const domainOf = (target: string): DomainName | undefined => {
  const [path = ''] = target.split('?')
  return domains.find(({ paths }) => paths.some((pattern) => matches(pattern, path)))?.name
}

const matches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path)
