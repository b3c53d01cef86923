/** The filter chips of the map that are pressed. Pure. */
import * as z from '@common/zod'
import {
  type Amenity,
  amenities,
  amenitySchema,
  type Kind,
  kindSchema,
  kinds,
  type Role,
  roleSchema,
  roles,
} from '@contract/places'
import type { PlaceFilter } from '@functions/places/rules/filter'
import { isWinter } from '@functions/places/rules/roles'
import { amenityNames, kindNames, roleNames } from './words'

export const choiceSchema = z.object({
  kinds: z.array(kindSchema),
  roles: z.array(roleSchema),
  amenities: z.array(amenitySchema),
  openNow: z.boolean(),
})
export type Choice = z.infer<typeof choiceSchema>

export const noChoice: Choice = { kinds: [], roles: [], amenities: [], openNow: false }

export function filterOf(choice: Choice, now: number): PlaceFilter {
  const { kinds, roles, amenities, openNow } = choice
  return { kinds, roles, amenities, openAt: openNow ? now : null }
}

/** One chip: its word, whether it is pressed, and the choice after a press. */
export type ChipOption = { key: string; text: string; pressed: boolean; next: Choice }

export function openOption(choice: Choice): ChipOption {
  const { openNow } = choice
  return { key: 'open', text: '现在开着', pressed: openNow, next: { ...choice, openNow: !openNow } }
}

/** The chip of warm cabins appears in winter only, where the city has some; a pressed chip stays. */
export function roleOptions(choice: Choice, today: string): ChipOption[] {
  return roles
    .filter((role) => role !== 'warm-cabin' || isWinter(today) || choice.roles.includes(role))
    .map((role) => roleOption(choice, role))
}

export function kindOptions(choice: Choice): ChipOption[] {
  return kinds.map((kind) => kindOption(choice, kind))
}

export function amenityOptions(choice: Choice): ChipOption[] {
  return amenities.map((amenity) => amenityOption(choice, amenity))
}

/**
 * What of the options can find anything where places have the words `had` (`wordsHad`); null: not known yet. One that is
 * pressed stays, to be let go. `missing`: the words of the others.
 */
export function offered(
  options: readonly ChipOption[],
  had: ReadonlySet<string> | null,
): { shown: readonly ChipOption[]; missing: string[] } {
  if (had === null) return { shown: options, missing: [] }
  const isHad = ({ key }: ChipOption) => key === 'open' || had.has(key)
  return {
    shown: options.filter((option) => option.pressed || isHad(option)),
    missing: options.filter((option) => !option.pressed && !isHad(option)).map(({ text }) => text),
  }
}

const soldAt = new Set(['outlet', 'exemplary', 'lottery-supermarket'])

/** Without the chips that ask for where lottery is sold; one that is pressed stays, to be let go. */
export function withoutSelling(options: readonly ChipOption[]): ChipOption[] {
  return options.filter(({ key, pressed }) => pressed || !soldAt.has(key))
}

/**
 * The one row above the map: what people ask for most, then whatever else is pressed. The chips whose keys are `first`
 * stand before all others, in sight.
 */
export function quickOptions(choice: Choice, today: string, first: readonly string[] = []): ChipOption[] {
  const usual: ChipOption[] = [
    openOption(choice),
    roleOption(choice, 'love-aid'),
    ...(isWinter(today) ? [roleOption(choice, 'warm-cabin')] : []),
    amenityOption(choice, 'water'),
    amenityOption(choice, 'charging'),
    amenityOption(choice, 'toilet'),
    roleOption(choice, 'post-station'),
    kindOption(choice, 'project'),
  ]
  const shown = new Set(usual.map((option) => option.key))
  const others = [...kindOptions(choice), ...roleOptions(choice, today), ...amenityOptions(choice)]
  const all = [...usual, ...others.filter((option) => option.pressed && !shown.has(option.key))]
  return [...all.filter(({ key }) => first.includes(key)), ...all.filter(({ key }) => !first.includes(key))]
}

/** The keys of the chips that are pressed. */
export function pressedKeys({ openNow, kinds, roles, amenities }: Choice): string[] {
  return [...(openNow ? ['open'] : []), ...kinds, ...roles, ...amenities]
}

/** How many chips are pressed. */
export function countOf(choice: Choice): number {
  return choice.kinds.length + choice.roles.length + choice.amenities.length + (choice.openNow ? 1 : 0)
}

/** `现在开着、爱心救助点、饮用水`; empty without a filter. */
export function choiceText(choice: Choice): string {
  return [
    ...(choice.openNow ? ['现在开着'] : []),
    ...choice.kinds.map((kind) => kindNames[kind]),
    ...choice.roles.map((role) => roleNames[role]),
    ...choice.amenities.map((amenity) => amenityNames[amenity]),
  ].join('、')
}

function kindOption(choice: Choice, kind: Kind): ChipOption {
  const [pressed, list] = toggled(choice.kinds, kind)
  return { key: kind, text: kindNames[kind], pressed, next: { ...choice, kinds: list } }
}

function roleOption(choice: Choice, role: Role): ChipOption {
  const [pressed, list] = toggled(choice.roles, role)
  return { key: role, text: roleNames[role], pressed, next: { ...choice, roles: list } }
}

function amenityOption(choice: Choice, amenity: Amenity): ChipOption {
  const [pressed, list] = toggled(choice.amenities, amenity)
  return { key: amenity, text: amenityNames[amenity], pressed, next: { ...choice, amenities: list } }
}

function toggled<T>(list: readonly T[], item: T): [boolean, T[]] {
  const pressed = list.includes(item)
  return [pressed, pressed ? list.filter((one) => one !== item) : [...list, item]]
}
