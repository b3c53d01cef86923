import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readingsOf, simplified, spellingsOf } from '../../../../functions/places/rules/search/readings'
import { readingsFile } from '../../../../infra/readings/build'

const file = join(__dirname, '../../../../functions/places/rules/search/readings-table.ts')

describe('the table of readings', () => {
  it('is the one that its dictionaries give: `npm run readings` writes it', () => {
    expect(readFileSync(file, 'utf8')).toBe(readingsFile())
  })

  it('stays small enough for the phone: 26 KB compressed', () => {
    expect(gzipSync(readFileSync(file)).length).toBeLessThanOrEqual(26 * 1024)
  })

  it('knows every reading of a character, as surname and in the names of towns', () => {
    const spoken = {
      仇: 'qiu',
      单: 'shan',
      解: 'xie',
      盖: 'ge',
      查: 'zha',
      区: 'ou',
      朴: 'piao',
      六: 'lu',
      乐: 'lao',
    }
    for (const [character, sound] of Object.entries(spoken)) expect(readingsOf(character)).toContain(sound)
    expect(readingsOf('行')).toEqual(expect.arrayContaining(['xing', 'hang']))
    expect(readingsOf('a')).toEqual([])
  })

  it('reads a traditional character as its simplified one, unless it has a sound of its own', () => {
    expect(readingsOf('東')).toEqual(['dong'])
    expect(readingsOf('乾')).toContain('qian')
    expect(simplified('東風車站')).toBe('东风车站')
  })

  it('types ü as people do', () => {
    expect(spellingsOf('lv')).toEqual(['lv', 'lu', 'lyu'])
    expect(spellingsOf('lve')).toEqual(expect.arrayContaining(['lve', 'lue']))
    expect(spellingsOf('nue')).toEqual(expect.arrayContaining(['nve', 'nue']))
    expect(spellingsOf('ju')).toEqual(['ju', 'jv'])
    expect(spellingsOf('lu')).toEqual(['lu'])
  })
})
