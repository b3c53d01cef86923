import {
  districtName,
  districtOfAdcode,
  fullDistrictName,
} from '../../../../functions/places/rules/divisions'

describe('the name of a district', () => {
  it.each([
    ['320800', '清江浦', '清江浦区'],
    ['320800', '淮安', '淮安区'],
    ['320800', '涟水', '涟水县'],
    ['320800', '盱眙', '盱眙县'],
    ['320800', '金湖', '金湖县'],
    ['371600', '滨城', '滨城区'],
    ['371600', '沾化', '沾化区'],
    ['371600', '无棣', '无棣县'],
    ['371600', '邹平', '邹平市'],
  ])('of %s, %s, is %s in full, and short again as it stands in the data', (city, short, full) => {
    expect(fullDistrictName(city, short)).toBe(full)
    expect(districtName(city, full)).toBe(short)
  })

  it('is known by its code where the city is listed', () => {
    expect(districtOfAdcode('320803')).toBe('淮安区')
    expect(districtOfAdcode('371681')).toBe('邹平市')
    expect(districtOfAdcode('320899')).toBeNull()
    expect(districtOfAdcode('321302')).toBeNull()
  })

  it('of a city that is not listed is what its file says', () => {
    expect(fullDistrictName('321300', '宿城区')).toBe('宿城区')
    expect(fullDistrictName('321300', '沭阳县')).toBe('沭阳县')
  })
})
