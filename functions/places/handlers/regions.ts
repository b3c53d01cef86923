import type { HandlerOf } from '../../shared/http/router'
import { ok } from '../../shared/result'
import type { Region } from '../contract'
import type { placesOperations } from '../operations'
import { fullDistrictName } from '../rules/divisions'
import type { Directory } from '../service/regions'

export const handleRegions =
  (directory: Pick<Directory, 'regions'>): HandlerOf<typeof placesOperations.regions> =>
  async () =>
    ok({
      json: { regions: (await directory.regions()).map(withFullNames) },
      headers: { 'cache-control': 'public, max-age=60' },
    })

const withFullNames = (region: Region): Region => ({
  ...region,
  districts: region.districts.map((district) => ({
    ...district,
    fullName: fullDistrictName(region.adcode, district.name),
  })),
})
