/**
 * `npm run readings`: writes functions/places/rules/search/readings-table.ts anew, from pinyin-pro (MIT) and the dictionaries of
 * OpenCC (Apache-2.0) in opencc-js. The same versions give the same bytes.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'

const file = join(__dirname, '../../functions/places/rules/search/readings-table.ts')

const isHan = (character: string) => /^\p{Script=Han}$/u.test(character)

/** The 6,763 characters of GB 2312: everything that is written in a Chinese street, and what people mistype. */
function charactersOfGb2312(): string[] {
  const decoder = new TextDecoder('gb2312')
  const characters: string[] = []
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) characters.push(decoder.decode(Uint8Array.of(row, cell)))
  return characters.filter(isHan)
}

/** Every reading without its tone, the one of a surname included; ü is v. */
function readingsOf(character: string): string[] {
  const plain = { toneType: 'none', v: true } as const
  const all = pinyin(character, { ...plain, multiple: true, type: 'array' })
  return [...new Set([...all, pinyin(character, { ...plain, mode: 'surname' })])].filter((sound) =>
    /^[a-z]+$/.test(sound),
  )
}

/** The traditional forms of each simplified character. */
function traditionalForms(simplified: ReadonlySet<string>): Map<string, string[]> {
  const simplify = Converter({ from: 't', to: 'cn' })
  const forms = new Map<string, string[]>()
  for (let point = 0x3400; point <= 0x9fff; point++) {
    const character = String.fromCodePoint(point)
    const simple = simplify(character)
    if (simple !== character && simplified.has(simple))
      forms.set(simple, [...(forms.get(simple) ?? []), character])
  }
  return forms
}

/** `a阿啊ai哀爱=愛…`: a sound, its characters, and after `=` a traditional form of the one before, where it is first met. */
export function readingsTable(): string {
  const characters = charactersOfGb2312()
  const forms = traditionalForms(new Set(characters))
  const bySound = new Map<string, string[]>()
  for (const character of characters)
    for (const sound of readingsOf(character)) bySound.set(sound, [...(bySound.get(sound) ?? []), character])
  const written = new Set<string>()
  const write = (character: string) => {
    const traditional = written.has(character) ? [] : (forms.get(character) ?? [])
    written.add(character)
    return [character, ...traditional].join('=')
  }
  return [...bySound]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sound, alike]) => sound + alike.map(write).join(''))
    .join('')
}

export function readingsFile(): string {
  return `/** Made by \`npm run readings\`; how it is written stands in infra/readings/build.ts, how it is read in readings.ts. */
export const readingsTable =
  '${readingsTable()}'
`
}

if (require.main === module) writeFileSync(file, readingsFile())
