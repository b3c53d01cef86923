import { searchResponseSchema } from '../../../../functions/places/contract'
import * as z from '../../../../functions/shared/zod'
import { withDomain } from '../../../support/engine/domain-engine'
import { buildPlace } from '../../../support/samples/places'
import type { Caller } from '../../../support/worlds/api'
import { createWorld } from '../../../support/worlds/world'

const database = withDomain('places')
const binzhou = { adcode: '371600', name: '滨州' }

const search = async (api: Caller, query: string) => {
  const region = query.includes('region=') ? '' : '&region=320800'
  const answer = await api.get(`/api/places/search?${query}${region}`)
  expect(answer.status).toBe(200)
  return z.parse(searchResponseSchema, answer.json()).places
}
const names = async (api: Caller, query: string) => (await search(api, query)).map(({ name }) => name)

const twoCities = async (options: Parameters<typeof createWorld>[1] = {}) => {
  const world = createWorld(database, options)
  await world.load([
    buildPlace({ name: '清江浦站' }),
    buildPlace({ id: '320800-32080216', outletNo: '32080216', name: '城中站', address: '黄河路12号' }),
  ])
  await world.load(
    [
      buildPlace({
        id: '371600-37160001',
        outletNo: '37160001',
        name: '黄河站',
        district: '滨城',
        address: '渤海七路',
      }),
    ],
    binzhou,
  )
  return world
}

describe('searching places', () => {
  it('matches number, name, part of the address, pinyin and initials', async () => {
    const world = await twoCities()
    expect(await names(world, 'q=32080216')).toEqual(['城中站'])
    expect(await names(world, `q=${encodeURIComponent('清江')}`)).toEqual(['清江浦站', '城中站'])
    expect(await names(world, `q=${encodeURIComponent('渤海')}&region=371600`)).toEqual(['黄河站'])
    expect(await names(world, 'q=bohai&region=371600')).toEqual(['黄河站'])
    expect(await names(world, 'q=qjp')).toContain('清江浦站')
  })

  it('takes everyday words, other characters of the same sound, other readings and traditional characters', async () => {
    const world = await twoCities()
    const park = buildPlace({
      id: '320800-32080720',
      outletNo: '32080720',
      name: '仇集镇站',
      district: '盱眙',
      address: '解放东路8号',
      roles: ['love-aid', 'warm-cabin'],
      amenities: [{ amenity: 'toilet', verifiedOn: null }],
    })
    await world.load([park])
    for (const q of [
      '厕所',
      '附近的厕所',
      '爱心',
      '愛心',
      '解方东路',
      'qiujizhen',
      'qjz',
      '盱眙县',
      'xuyixian',
      '取暖',
    ])
      expect([q, await names(world, `q=${encodeURIComponent(q)}&region=320800`)]).toEqual([q, ['仇集镇站']])
    world.time.now = Date.parse('2027-07-01T10:00:00+08:00')
    expect(await names(world, `q=${encodeURIComponent('取暖')}`)).toEqual([])
  })

  it('keeps to the region that is named', async () => {
    const world = await twoCities()
    expect(await names(world, `q=${encodeURIComponent('黄河')}&region=320800`)).toEqual(['城中站'])
    expect(await names(world, `q=${encodeURIComponent('黄河')}&region=371600`)).toEqual(['黄河站'])
  })

  it('says whether what it found is open', async () => {
    const world = await twoCities()
    expect((await search(world, 'q=32080290'))[0]?.open).toMatchObject({ state: 'open' })
  })
})
